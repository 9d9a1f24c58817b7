import { type ProbeDepth, type ProbeVerdict, probeSteps, type ToolProbeReport } from '../../../shared/model/probe'
import { shownRoute } from './net/route'
import type { Session } from './session'
import { systemUse } from './system-proxy/system-proxy'
import type { Found } from './test-connection'

/** More names than this help nobody to choose. */
const MOST_NAMES = 500

/** A report of what a session found. */
export function reportOf(session: Session, found: Found, depth: ProbeDepth, verdict: ProbeVerdict): ToolProbeReport {
  const { plan, route, system, steps, warnings, timings, rateLimit, now } = session
  const { list, model, answeredBy, stream, compare } = found
  return {
    tool: plan.tool,
    protocol: plan.wire.id,
    baseUrl: plan.baseUrl,
    model,
    answeredBy,
    depth,
    at: now().toISOString(),
    route: shownRoute(route),
    systemProxy: system && systemUse(new URL(plan.api), system),
    verdict,
    warnings: warnings.filter(({ code }) => code !== verdict.code),
    steps: probeSteps.flatMap((id) => steps.get(id) ?? []),
    timings,
    rateLimit,
    models: list && { count: list.names.length, names: list.names.slice(0, MOST_NAMES) },
    stream,
    compare,
  }
}
