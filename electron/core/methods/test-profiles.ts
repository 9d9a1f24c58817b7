import type { ConnectionReport, ProbeDepth, ProtocolSupport, ToolProbeReport } from '../../../shared/model/probe'
import type { Profile } from '../../../shared/model/profile'
import { type Job, testMany } from '../connection/bulk'
import { type Contexts, TrustStore } from '../connection/net/trust'
import { ownWay } from '../connection/own-way'
import { inPool } from '../connection/pool'
import { probeProtocols, supportIn } from '../connection/protocol-support'
import { wires } from '../connection/protocols/index'
import { readResults, remember } from '../connection/results'
import { readSystemProxy } from '../connection/system-proxy/gather'
import type { TestOptions } from '../connection/test-connection'
import { readProfiles } from '../profile-store'
import type { Scope } from '../scope'
import { readSettings } from '../settings-store'

/** Relays whose protocols are asked for at a time; each gets one request per protocol. */
const RELAYS_AT_ONCE = 8

export interface Run {
  readonly run: string
  readonly depth: ProbeDepth
  readonly signal: AbortSignal
  readonly jobs: readonly Job[]
  readonly contexts: Contexts
}

/** Tests, tells every step, and remembers. */
export async function testProfiles(
  { host, emit }: Scope,
  profiles: readonly Profile[],
  { run, depth, signal, jobs, contexts }: Run,
): Promise<ConnectionReport> {
  const systemProxy = await readSystemProxy(host.place)
  const options: TestOptions = {
    place: ownWay(host.place, readSettings(host)),
    depth,
    signal,
    now: () => host.now(),
    systemProxy,
    trustStore: new TrustStore(contexts),
  }
  const reports = await testMany(jobs, {
    ...options,
    onStep: ({ profileId, plan }, step) => emit('connection-step', { run, profileId, tool: plan.tool, step }),
    onReport: ({ profileId }, report) => emit('connection-report', { run, profileId, report }),
  })
  const before = new Map(readResults(host.dataFolder).map((known) => [known.profileId, known]))
  const news = await inPool(profiles, RELAYS_AT_ONCE, async (profile) => {
    const own = reports.filter((_, at) => jobs[at]?.profileId === profile.id)
    const found: ProtocolSupport = Object.assign({}, ...own.map(supportIn))
    const plan = jobs.find(({ profileId }) => profileId === profile.id)?.plan
    const old = before.get(profile.id)
    const known = { ...(old?.url === profile.relay.url ? old.protocols : {}), ...found }
    const isWanted = plan && !signal.aborted && asksProtocols(depth, own, known)
    const asked = isWanted ? await probeProtocols(plan, profile.relay.url, options) : {}
    return { profileId: profile.id, url: profile.relay.url, reports: own, protocols: { ...asked, ...found } }
  })
  const known = new Set(readProfiles(host).profiles.map(({ id }) => id))
  const kept = await remember(host.dataFolder, news, known)
  emit('connection-remembered', { run })
  return {
    run,
    profiles: profiles.map(({ id, name }, at) => ({
      profileId: id,
      name,
      tools: news[at]?.reports ?? [],
      protocols: kept.find(({ profileId }) => profileId === id)?.protocols ?? news[at]?.protocols ?? {},
    })),
  }
}

/** The deep test asks anew; the others only where something is not known yet and the relay takes the key. */
function asksProtocols(depth: ProbeDepth, own: readonly ToolProbeReport[], known: ProtocolSupport): boolean {
  if (depth === 'deep') return own.some(({ timings }) => timings !== undefined)
  const isUsable = own.some(({ verdict }) => ['works', 'warns', 'reached'].includes(verdict.outcome))
  return isUsable && wires.some(({ id }) => known[id] === undefined)
}
