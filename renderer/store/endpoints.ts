import type { EndpointReport } from '../../shared/model/probe'
import type { Problem } from '../../shared/model/switch'
import { toProblem } from '../lib/to-problem'
import type { Slice } from './app-state'

/** The comparison of one profile's endpoints on screen. */
export interface EndpointRun {
  readonly run: string
  readonly profileId: string
  readonly running: boolean
  /** By root URL, as they arrive. */
  readonly reports: Readonly<Record<string, EndpointReport>>
  readonly problem?: Problem
}

export interface EndpointsSlice {
  readonly endpointRun: EndpointRun | null
  takeEndpointReport(run: string, report: EndpointReport): void
  /** Tries every endpoint of a profile; an earlier comparison that still runs is ended. */
  compareEndpoints(profileId: string): Promise<void>
  cancelEndpoints(): Promise<void>
  /** Throws a ProblemError, so that the place that asked can show it. */
  takeEndpoint(profileId: string, url: string): Promise<void>
}

export const endpointsSlice: Slice<EndpointsSlice> = (api) => (set, get) => {
  let runs = 0
  return {
    endpointRun: null,
    takeEndpointReport(run, report) {
      const { endpointRun: now } = get()
      if (now?.run === run) set({ endpointRun: { ...now, reports: { ...now.reports, [report.url]: report } } })
    },
    async compareEndpoints(profileId) {
      await get().cancelEndpoints()
      runs += 1
      const run = `endpoints-${Date.now()}-${runs}`
      set({ endpointRun: { run, profileId, running: true, reports: {} } })
      const settle = (end: Partial<EndpointRun>) => {
        const { endpointRun: now } = get()
        if (now?.run === run) set({ endpointRun: { ...now, running: false, ...end } })
      }
      try {
        const { endpoints } = await api['connection.endpoints']({ profileId, run })
        settle({ reports: Object.fromEntries(endpoints.map((report) => [report.url, report])) })
      } catch (error) {
        settle({ problem: toProblem(error) })
      }
    },
    async cancelEndpoints() {
      const { endpointRun: now } = get()
      if (now?.running) await get().attempt(() => api['connection.cancel']({ run: now.run }))
    },
    async takeEndpoint(profileId, url) {
      await api['connection.takeEndpoint']({ profileId, url })
    },
  }
}
