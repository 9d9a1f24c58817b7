import type { ProbeVerdict, ProfileConnection } from '../../shared/model/probe'

export type Outcome = ProbeVerdict['outcome']

/** Worst first: a profile is as healthy as its worst tool. */
const order: readonly Outcome[] = ['fails', 'warns', 'cancelled', 'reached', 'works']

export interface Health {
  readonly outcome: Outcome
  /** Milliseconds to the end of the answer, of the slowest tool that got one. */
  readonly ms?: number
}

/** A profile's last tests in one word and one number; undefined when it was never tested. */
export function healthOf(connection: ProfileConnection | undefined, tools: readonly string[]): Health | undefined {
  const reports = tools.flatMap((tool) => connection?.tools[tool]?.last ?? [])
  const outcome = order.find((one) => reports.some((report) => report.verdict.outcome === one))
  if (!outcome) return undefined
  const times = reports.flatMap((report) => (report.verdict.outcome === 'fails' ? [] : (report.timings?.totalMs ?? [])))
  return { outcome, ms: times.length > 0 ? Math.max(...times) : undefined }
}

/** A time as short as it can be read: 640 ms, 1.2 s. */
export const timeText = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)
