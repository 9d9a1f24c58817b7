import type { HistoryEntry, Problem } from '../../shared/model/switch'
import { toProblem } from '../lib/to-problem'
import type { Slice } from './app-state'

const page = 100
/** What the host gives at most in one answer. */
const most = 1000

export interface HistorySlice {
  /** Newest first, as far as they were asked for. */
  readonly history: readonly HistoryEntry[]
  readonly historyLoad: 'idle' | 'loading' | 'ready' | 'failed'
  readonly historyProblem?: Problem
  /** True when older entries may be asked for. */
  readonly historyMore: boolean
  /** True while older entries are on their way. */
  readonly historyOlder: boolean
  /** When each profile was last put in force (ISO 8601), by its id; nothing before it is asked for. */
  readonly lastUsed?: Readonly<Record<string, string>>
  /** Asks for it; from then on it is kept up to date. */
  loadLastUsed(): Promise<void>
  /** Loads the newest entries, at least as many as are shown. */
  loadHistory(): Promise<void>
  /** Loads older ones: a page, or as many as the host gives when `far`. */
  loadOlderHistory(far?: boolean): Promise<void>
  /** Undoes one entry. Throws a ProblemError, so that its row can say what stands in the way. */
  undoEntry(id: string): Promise<void>
}

export const historySlice: Slice<HistorySlice> = (api) => (set, get) => ({
  history: [],
  historyLoad: 'idle',
  historyMore: false,
  historyOlder: false,
  async loadLastUsed() {
    await get().attempt(async () => set({ lastUsed: await api['history.lastUsed']({}) }))
  },
  async loadHistory() {
    set({ historyLoad: 'loading', historyProblem: undefined })
    try {
      const limit = Math.min(most, Math.max(page, get().history.length))
      const fresh = await api['history.list']({ limit })
      const known = get().history
      const joint = known.findIndex(({ id }) => id === fresh.at(-1)?.id)
      const older = joint < 0 ? [] : known.slice(joint + 1)
      set({
        history: [...fresh, ...older],
        historyMore: older.length > 0 ? get().historyMore : fresh.length === limit,
        historyLoad: 'ready',
      })
    } catch (error) {
      set({ historyLoad: 'failed', historyProblem: toProblem(error) })
    }
  },
  async loadOlderHistory(far = false) {
    if (get().historyOlder) return
    const limit = far ? most : page
    const before = get().history.at(-1)?.id
    set({ historyOlder: true })
    await get().attempt(async () => {
      const older = await api['history.list']({ limit, before })
      const known = new Set(get().history.map(({ id }) => id))
      set({ history: [...get().history, ...older.filter(({ id }) => !known.has(id))], historyMore: older.length === limit })
    })
    set({ historyOlder: false })
  },
  async undoEntry(id) {
    const report = await api['switch.undo']({ historyId: id })
    get().notify({ kind: 'undone', report })
    const undoneBy = report.historyId
    // The newest entries come anew with an event; this one may be older than those.
    if (undoneBy) set({ history: get().history.map((entry) => (entry.id === id ? { ...entry, undoneBy } : entry)) })
  },
})
