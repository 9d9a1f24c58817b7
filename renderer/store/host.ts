import type { HostInfo } from '../../shared/model/host'
import type { Problem } from '../../shared/model/switch'
import { toProblem } from '../lib/to-problem'
import type { Connection } from '../transport/http'
import type { Slice } from './app-state'

export interface HostSlice {
  readonly load: 'loading' | 'ready' | 'failed'
  readonly loadProblem?: Problem
  readonly host?: HostInfo
  readonly connection: Connection
  /** True once the user has put the store problems away. */
  readonly problemsRead: boolean
  /** The first load; everything after it arrives as events. */
  start(): Promise<void>
  setConnection(connection: Connection): void
  dismissProblems(): void
  openLink(url: string): Promise<void>
  reveal(target: 'data' | { readonly tool: string; readonly file: string }): Promise<void>
}

export const hostSlice: Slice<HostSlice> = (api) => (set, get) => ({
  load: 'loading',
  connection: 'open',
  problemsRead: false,
  async start() {
    set({ load: 'loading', loadProblem: undefined })
    try {
      const [host, settings, tools, profiles, status] = await Promise.all([
        api['host.info']({}),
        api['settings.get']({}),
        api['tools.list']({}),
        api['profiles.list']({}),
        api['tools.status']({}),
      ])
      set({ host, settings, tools, profiles, status, load: 'ready' })
      // The first screen does not wait for what earlier tests found.
      void get().loadResults()
      // What is wrong with the vault is said in the settings, and where a key is needed.
      void get()
        .loadVault()
        .catch(() => undefined)
    } catch (error) {
      set({ load: 'failed', loadProblem: toProblem(error) })
    }
  },
  setConnection(connection) {
    set({ connection })
    if (connection === 'open' && get().load === 'failed') void get().start()
  },
  dismissProblems: () => set({ problemsRead: true }),
  async openLink(url) {
    await get().attempt(() => api['desktop.openLink']({ url }))
  },
  async reveal(target) {
    await get().attempt(() => api['desktop.reveal']({ target }))
  },
})
