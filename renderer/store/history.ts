import type { HistoryEntry, Problem } from '../../shared/model/switch'
import { toProblem } from '../lib/to-problem'
import type { Slice } from './app-state'

const page = 50

export interface HistorySlice {
  readonly history: readonly HistoryEntry[]
  readonly historyLoad: 'idle' | 'loading' | 'ready' | 'failed'
  readonly historyProblem?: Problem
  /** True when older entries may be asked for. */
  readonly historyMore: boolean
  /** Loads the newest entries, at least as many as are shown. */
  loadHistory(): Promise<void>
  loadOlderHistory(): Promise<void>
}

export const historySlice: Slice<HistorySlice> = (api) => (set, get) => ({
  history: [],
  historyLoad: 'idle',
  historyMore: false,
  async loadHistory() {
    set({ historyLoad: 'loading', historyProblem: undefined })
    try {
      const limit = Math.min(1000, Math.max(page, get().history.length))
      const history = await api['history.list']({ limit })
      set({ history, historyMore: history.length === limit, historyLoad: 'ready' })
    } catch (error) {
      set({ historyLoad: 'failed', historyProblem: toProblem(error) })
    }
  },
  async loadOlderHistory() {
    const before = get().history.at(-1)?.id
    await get().attempt(async () => {
      const older = await api['history.list']({ limit: page, before })
      set({ history: [...get().history, ...older], historyMore: older.length === page })
    })
  },
})
