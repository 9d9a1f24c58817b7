import type { RouteComparison } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { bareHost } from '../net/bare-host'
import { ProbeFailure } from '../net/failure'
import { resolveHost } from '../net/lookup'
import { direct, type Route } from '../net/route'
import { keyHeader } from '../plan'
import { modelsRequest } from '../requests'
import { openOptions, type Session, sendSafely } from '../session'
import { systemRoute } from '../system-proxy/system-proxy'

/** The same small request on every way there is: proxy against direct, IPv4 against IPv6. One after the other, so that none slows another. */
export async function compareWays(session: Session): Promise<readonly RouteComparison[] | undefined> {
  const { route, plan, timeouts, signal, lookup } = session
  const ways: { way: RouteComparison['way']; route: Route; family?: 4 | 6 }[] = []
  const other = systemWay(session)
  if (route.kind !== 'direct') ways.push({ way: 'proxy', route })
  if (route.kind !== 'direct' || other) ways.push({ way: 'direct', route: direct })
  if (other) ways.push({ way: 'system', route: other })
  if (route.kind === 'direct') {
    const { addresses } = await resolveHost(bareHost(new URL(plan.api).hostname), { ms: timeouts.dns, signal, lookup })
    const families = new Set(addresses.map(({ family }) => family))
    if (families.size === 2) ways.push({ way: 'ipv4', route, family: 4 }, { way: 'ipv6', route, family: 6 })
  }
  if (ways.length === 0) return undefined
  const results: RouteComparison[] = []
  for (const { way, route: each, family } of ways) results.push({ way, ...(await tryWay(session, each, family)) })
  const failed = results.filter(({ failure }) => failure)
  session.tell('compare', failed.length > 0 ? 'warn' : 'ok', summary(results))
  return results
}

/** The way through the system's proxy, where that is none of the tool's own. */
export function systemWay({ system, route, plan }: Session): Route | undefined {
  const found = system && systemRoute(new URL(plan.api), system)
  return found?.proxy === undefined || found.proxy.host === route.proxy?.host ? undefined : found
}

/** One request for the list of models on a way of its own. */
export async function tryWay(session: Session, route: Route, family?: 4 | 6): Promise<Pick<RouteComparison, 'timings' | 'failure'>> {
  const { plan } = session
  const request = modelsRequest(plan)
  try {
    const way = { ...openOptions(session, route, family), onPhase: undefined }
    const { timings } = await sendSafely(session, request, keyHeader(plan.header, plan.key), way)
    return { timings }
  } catch (error) {
    if (error instanceof ProbeFailure) return { failure: error.finding.cause }
    throw error
  }
}

function summary(results: readonly RouteComparison[]) {
  const line = results.map(({ way, timings }) => `${way} ${timings ? `${Math.round(timings.totalMs)} ms` : '✗'}`).join(', ')
  return text(line, line)
}
