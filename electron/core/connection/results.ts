import { existsSync } from 'node:fs'
import path from 'node:path'
import type { LatencyPoint, ProfileConnection, ProtocolSupport, ToolProbeReport } from '../../../shared/model/probe'
import { withLock } from '../files/lock'
import { plainJsonStore } from '../json-store'
import { lockFile } from '../transact'

const VERSION = 1
/** Points of a tool's history, and names of models in a remembered report. */
const MOST_POINTS = 50
const MOST_NAMES = 100

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'connection.json')
const storeIn = (dataFolder: string) => plainJsonStore(fileIn(dataFolder))

/** True when anything may be remembered. Reads nothing. */
export const hasResults = (dataFolder: string): boolean => existsSync(fileIn(dataFolder))

/** What is remembered of all profiles. A file that is damaged or of another version counts as nothing remembered: it can be measured again. */
export function readResults(dataFolder: string): readonly ProfileConnection[] {
  try {
    const stored = storeIn(dataFolder).read()
    return isDocument(stored) ? stored.connections : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isDocument = (value: unknown): value is { readonly connections: readonly ProfileConnection[] } =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === VERSION &&
  'connections' in value &&
  Array.isArray(value.connections)

export interface News {
  readonly profileId: string
  /** The relay's root URL. */
  readonly url: string
  readonly reports: readonly ToolProbeReport[]
  readonly protocols: ProtocolSupport
}

/** Adds what was found, and forgets profiles that are gone. Gives all that is remembered now. */
export async function remember(
  dataFolder: string,
  news: readonly News[],
  known: ReadonlySet<string>,
): Promise<readonly ProfileConnection[]> {
  return withLock(lockFile(dataFolder), async () => {
    const old = readResults(dataFolder).filter(({ profileId }) => known.has(profileId))
    const byId = new Map(old.map((entry) => [entry.profileId, entry]))
    for (const each of news) if (known.has(each.profileId)) byId.set(each.profileId, merged(byId.get(each.profileId), each))
    const connections = [...byId.values()]
    storeIn(dataFolder).write({ version: VERSION, connections })
    return connections
  })
}

function merged(old: ProfileConnection | undefined, { profileId, url, reports, protocols }: News): ProfileConnection {
  const finished = reports.filter(({ verdict }) => verdict.outcome !== 'cancelled')
  const tools = finished.map((report) => {
    const history = [...(old?.tools[report.tool]?.history ?? []), pointOf(report)].slice(-MOST_POINTS)
    const models = report.models && { ...report.models, names: report.models.names.slice(0, MOST_NAMES) }
    return [report.tool, { last: { ...report, models }, history }] as const
  })
  const before = old?.url === url ? old.protocols : {}
  return { profileId, url, protocols: { ...before, ...protocols }, tools: { ...old?.tools, ...Object.fromEntries(tools) } }
}

const pointOf = ({ at, verdict, timings }: ToolProbeReport): LatencyPoint => ({
  at,
  outcome: verdict.outcome,
  code: verdict.code,
  firstByteMs: timings?.firstByteMs,
  totalMs: timings?.totalMs,
})
