import type { ProbeVerdict, ProfileConnection } from '../../shared/model/probe'
import type { ToolId } from '../../shared/model/tool'

/** What the last test of a profile said about a tool; `unknown` when there was none. */
export type Health = 'works' | 'warns' | 'fails' | 'unknown'

/** By profile id, then tool id. */
export type HealthMap = Readonly<Record<string, Readonly<Record<ToolId, Health>>>>

const healths: Readonly<Record<ProbeVerdict['outcome'], Health>> = {
  works: 'works',
  reached: 'works',
  warns: 'warns',
  fails: 'fails',
  cancelled: 'unknown',
}

export function healthOf(results: readonly ProfileConnection[]): HealthMap {
  return Object.fromEntries(
    results.map(({ profileId, tools }) => [
      profileId,
      Object.fromEntries(Object.entries(tools).map(([tool, { last }]) => [tool, healths[last.verdict.outcome]])),
    ]),
  )
}

/** The map after one more test. A cancelled one tells nothing. */
export function withReport(map: HealthMap, profileId: string, tool: ToolId, outcome: ProbeVerdict['outcome']): HealthMap {
  if (outcome === 'cancelled') return map
  return { ...map, [profileId]: { ...map[profileId], [tool]: healths[outcome] } }
}
