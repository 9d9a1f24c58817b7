import type { LookupFunction } from 'node:net'
import type { ProbeFinding, ProbeStepId, ProbeTimings, RateLimit, StepReport } from '../../../shared/model/probe'
import { type LocalText, text } from '../../../shared/model/text'
import type { Place } from '../tools/tool'
import { answerFindings } from './findings/answer'
import { readRateLimit } from './judge/rate-limit'
import { diagnoseTls } from './net/diagnose-tls'
import { ProbeFailure } from './net/failure'
import type { Gate } from './net/gate'
import { lookAtCertificate } from './net/look'
import type { OpenOptions } from './net/open'
import type { Env, Route } from './net/route'
import { type Resumption, TlsTrouble } from './net/secure'
import { type HttpAnswer, send } from './net/send'
import type { Timeouts } from './net/timeouts'
import type { Trust, TrustStore } from './net/trust'
import { type KeyHeader, keyHeader, type ProbePlan, type ProbeRequest } from './plan'
import { isPassing, pause, pauseBefore, type RetryRule } from './retry'
import type { SystemProxy } from './system-proxy/system-proxy'

/** What is found while a test goes on. */
export interface Session {
  readonly plan: ProbePlan
  readonly place: Place
  readonly env: Env
  readonly route: Route
  /** The operating system's proxy setting. */
  readonly system?: SystemProxy
  readonly trust: Trust
  readonly trustStore: TrustStore
  readonly timeouts: Timeouts
  readonly retry: RetryRule
  readonly gate?: Gate
  /** Of the way that the tool itself takes. */
  readonly resume: Resumption
  readonly signal?: AbortSignal
  readonly now: () => Date
  readonly lookup?: LookupFunction
  readonly steps: Map<ProbeStepId, StepReport>
  readonly warnings: ProbeFinding[]
  tell(id: ProbeStepId, state: StepReport['state'], detail: LocalText, ms?: number): void
  timings?: ProbeTimings
  rateLimit?: RateLimit
}

/** How requests of a session travel. */
export function openOptions(session: Session, route: Route = session.route, family?: 4 | 6): OpenOptions {
  const { plan, trust, timeouts, signal, gate, lookup } = session
  return {
    route,
    context: trust.context,
    timeouts,
    signal,
    gate,
    lookup,
    tunnelsHttp: plan.proxy.tunnelsHttp,
    family,
    onPhase: (...phase) => tellPhase(session, ...phase),
  }
}

/**
 * Sends a request with the key and gives the answer, whatever its status. Passing troubles are tried again by the session's rule.
 * @throws {ProbeFailure | ProbeCancelled}
 */
export async function ask(session: Session, request: ProbeRequest, header: KeyHeader = session.plan.header): Promise<HttpAnswer> {
  for (let tried = 0; ; tried += 1) {
    const outcome = await once(session, request, header)
    const passing = outcome instanceof ProbeFailure ? outcome.finding.code === 'dropped' : isPassing(outcome.status)
    const asked = outcome instanceof ProbeFailure ? undefined : readRateLimit(outcome.headers, session.now())?.retryAfterMs
    const wait = passing ? pauseBefore(session.retry, tried, asked, Math.random()) : undefined
    if (wait === undefined) {
      if (outcome instanceof ProbeFailure) throw outcome
      if (tried > 0 && !passing) session.warnings.push(answerFindings.retried(tried, undefined))
      return outcome
    }
    await pause(wait, session.signal)
  }
}

async function once(session: Session, request: ProbeRequest, header: KeyHeader): Promise<HttpAnswer | ProbeFailure> {
  const { plan } = session
  try {
    const way = { ...openOptions(session), resume: session.resume }
    const answer = await sendSafely(session, request, keyHeader(header, plan.key), way)
    session.timings ??= answer.timings
    session.rateLimit = readRateLimit(answer.headers, session.now()) ?? session.rateLimit
    return answer
  } catch (error) {
    if (error instanceof ProbeFailure) return error
    throw error
  }
}

/** Sends one request; a refused certificate is looked at and explained. @throws {ProbeFailure | ProbeCancelled} */
export async function sendSafely(
  session: Session,
  request: ProbeRequest,
  secret: Readonly<Record<string, string>>,
  way: OpenOptions,
): Promise<HttpAnswer> {
  const url = new URL(request.url)
  try {
    return await send({ request, secret, way, last: session.plan.wire.last })
  } catch (error) {
    if (!(error instanceof TlsTrouble)) throw error
    const { plan, env, trustStore, now } = session
    const isSilent = error.code === 'TLS_TIMEOUT' || error.code === 'ECONNRESET'
    const seen = isSilent ? undefined : await lookAtCertificate(url, way, trustStore, env)
    const host = url.hostname
    throw new ProbeFailure(diagnoseTls({ code: error.code, host, label: plan.label, trust: plan.trust.cure, now: now(), seen }), {
      tlsMs: error.tlsMs,
    })
  }
}

function tellPhase(session: Session, phase: 'proxy' | 'dns' | 'tcp' | 'tls', ms: number | undefined, detail: string): void {
  if (phase === 'proxy') {
    const state = session.steps.get('proxy')?.state === 'warn' ? 'warn' : 'ok'
    session.tell('proxy', state, text(`through ${detail}`, `经由 ${detail}`), ms)
  } else if (session.steps.has(phase)) return
  else if (phase === 'dns' && ms === undefined)
    session.tell('dns', 'skipped', text('The URL holds an address, not a name.', 'URL 中是 IP 地址，无需解析。'))
  else session.tell(phase, 'ok', text(detail, detail), ms)
}
