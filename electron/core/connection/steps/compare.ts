import type { RouteComparison } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { bareHost } from '../net/bare-host'
import { ProbeFailure } from '../net/failure'
import { resolveHost } from '../net/lookup'
import { direct, type Route } from '../net/route'
import { send } from '../net/send'
import { keyHeader } from '../plan'
import { modelsRequest } from '../requests'
import { openOptions, openSafely, type Session } from '../session'

/** The same small request on every way there is: proxy against direct, IPv4 against IPv6. One after the other, so that none slows another. */
export async function compareWays(session: Session): Promise<readonly RouteComparison[] | undefined> {
  const { route, plan, timeouts, signal, lookup } = session
  const ways: { way: RouteComparison['way']; route: Route; family?: 4 | 6 }[] = []
  if (route.kind !== 'direct') ways.push({ way: 'proxy', route }, { way: 'direct', route: direct })
  else {
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

/** One request for the list of models on a way of its own. */
export async function tryWay(session: Session, route: Route, family?: 4 | 6): Promise<Pick<RouteComparison, 'timings' | 'failure'>> {
  const { plan, timeouts, signal } = session
  const request = modelsRequest(plan)
  try {
    const opened = await openSafely(session, new URL(request.url), { ...openOptions(session, route, family), onPhase: undefined })
    const { timings } = await send({ request, secret: keyHeader(plan.header, plan.key), opened, proxy: route.proxy, timeouts, signal })
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
