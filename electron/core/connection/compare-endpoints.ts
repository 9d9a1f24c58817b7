import type { EndpointReport, ProbeTimings } from '../../../shared/model/probe'
import { ProbeCancelled } from './net/failure'
import { createGate } from './net/gate'
import { TrustStore } from './net/trust'
import type { ProbePlan } from './plan'
import { inPool } from './pool'
import { tryWay } from './steps/compare'
import { createSession, type TestOptions, testConnection } from './test-connection'

/** Few at a time: what is measured here is compared. */
const AT_ONCE = 4
/** Further requests whose times count besides that of the test. The middle one of three is neither a cold look-up nor a hiccup. */
const FURTHER = 2

/** One URL of a relay, and how a tool would ask it. */
export interface EndpointJob {
  readonly url: string
  readonly plan: ProbePlan
}

export interface EndpointOptions extends Omit<TestOptions, 'depth' | 'gate' | 'onStep'> {
  readonly onReport?: (report: EndpointReport) => void
}

/** Tries the endpoints of one relay without tokens and measures those that can be used. Never throws for what a network or relay does. */
export async function compareEndpoints(jobs: readonly EndpointJob[], options: EndpointOptions): Promise<readonly EndpointReport[]> {
  const { onReport, ...rest } = options
  const common: TestOptions = { trustStore: new TrustStore(), ...rest, depth: 'free', gate: createGate(1, 15) }
  return inPool(jobs, AT_ONCE, async ({ url, plan }) => {
    const { verdict, timings } = await testConnection(plan, common)
    const isUsable = verdict.outcome === 'reached' && timings !== undefined
    const report = { url, verdict, ...(isUsable && middle([timings, ...(await further(plan, common))])) }
    onReport?.(report)
    return report
  })
}

async function further(plan: ProbePlan, options: TestOptions): Promise<readonly ProbeTimings[]> {
  const session = createSession(plan, options)
  const times: ProbeTimings[] = []
  try {
    for (let n = 0; n < FURTHER; n += 1) {
      const { timings } = await tryWay(session, session.route)
      if (timings) times.push(timings)
    }
  } catch (error) {
    if (!(error instanceof ProbeCancelled)) throw error
  }
  return times
}

function middle(times: readonly ProbeTimings[]): Pick<EndpointReport, 'latencyMs' | 'timings'> {
  const sorted = times.map((timings) => ({ timings, latencyMs: toFirstByte(timings) })).toSorted((a, b) => a.latencyMs - b.latencyMs)
  return sorted[(sorted.length - 1) >> 1] ?? {}
}

const toFirstByte = ({ proxyMs = 0, dnsMs = 0, tcpMs = 0, tlsMs = 0, firstByteMs = 0 }: ProbeTimings): number =>
  Math.round((proxyMs + dnsMs + tcpMs + tlsMs + firstByteMs) * 10) / 10
