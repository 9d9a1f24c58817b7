import type { LookupFunction } from 'node:net'
import type {
  ProbeDepth,
  ProbeFinding,
  ProbeStepId,
  ProbeVerdict,
  RouteComparison,
  StepReport,
  StreamReport,
  ToolProbeReport,
} from '../../../shared/model/probe'
import { tokenSteps } from '../../../shared/model/probe'
import { text } from '../../../shared/model/text'
import type { Place } from '../tools/tool'
import type { ModelList } from './judge/models'
import { lintPlan } from './lint'
import { ProbeCancelled, ProbeFailure } from './net/failure'
import type { Gate } from './net/gate'
import { routeFor } from './net/route'
import { defaultTimeouts, type Timeouts } from './net/timeouts'
import { TrustStore } from './net/trust'
import type { ProbePlan } from './plan'
import { reportOf } from './report'
import { defaultRetry, type RetryRule } from './retry'
import type { Session } from './session'
import { compareWays } from './steps/compare'
import { explainDropped } from './steps/explain-dropped'
import { listModels } from './steps/list'
import { prepare } from './steps/prepare'
import { askModel, askStream, checkFree } from './steps/question'
import { withSystemProxy } from './steps/with-system-proxy'
import { withoutProxy } from './steps/without-proxy'
import type { SystemProxy } from './system-proxy/system-proxy'

export interface TestOptions {
  /** The environment decides on proxies and certificate files. */
  readonly place: Place
  readonly depth: ProbeDepth
  /** Ends the test at once; the report then says `cancelled`. */
  readonly signal?: AbortSignal
  /** Told as each step ends; a step may be told again when more is known. */
  readonly onStep?: (step: StepReport) => void
  readonly now?: () => Date
  readonly timeouts?: Partial<Timeouts>
  readonly retry?: Partial<RetryRule>
  /** Shared by tests that run together. */
  readonly trustStore?: TrustStore
  readonly gate?: Gate
  /** The operating system's own proxy setting. */
  readonly systemProxy?: SystemProxy
  /** In place of the system's resolver. */
  readonly lookup?: LookupFunction
}

/** What the later steps found. */
export interface Found {
  list?: ModelList
  model?: string
  answeredBy?: string
  stream?: StreamReport
  compare?: readonly RouteComparison[]
}

/**
 * Tests one tool's way to one relay, layer by layer, and stops at the first that fails. Never throws for what networks, relays or certificates do.
 * `free` costs no tokens; `answer` asks a model for one word, `deep` for some thirty more.
 */
export async function testConnection(plan: ProbePlan, options: TestOptions): Promise<ToolProbeReport> {
  const session = createSession(plan, options)
  const found: Found = {}
  const verdict = await run(session, found, options.depth).catch((error: unknown) => endOf(error, session, found))
  return reportOf(session, found, options.depth, verdict)
}

async function run(session: Session, found: Found, depth: ProbeDepth): Promise<ProbeVerdict> {
  prepare(session)
  found.list = await listModels(session)
  if (depth === 'free') return checkFree(session, found)
  await askModel(session, found)
  if (depth === 'deep') {
    await askStream(session, found)
    found.compare = await compareWays(session)
  }
  const [first] = session.warnings
  if (first) return { ...first, outcome: 'warns' }
  const { model = '' } = found
  return {
    outcome: 'works',
    layer: depth === 'deep' ? 'stream' : 'answer',
    code: 'works',
    cause: text(
      `${session.plan.label} works with this relay: ${model} answered.`,
      `${session.plan.label} 可以使用该中转站：${model} 已回答。`,
    ),
    cure: text('Nothing to do.', '无需处理。'),
  }
}

/** A layer that failed, or the user's word, as the end of a test. Anything else is a fault of ours and goes up. */
async function endOf(error: unknown, session: Session, found: Found): Promise<ProbeVerdict> {
  if (error instanceof ProbeCancelled) return cancelled(session)
  if (!(error instanceof ProbeFailure)) throw error
  const address = session.warnings.find(({ code }) => code === 'url-ending' || code === 'url-doubled')
  const isAddress = ['wrong-path', 'html-200', 'redirect', 'not-an-api'].includes(error.finding.code)
  const finding: ProbeFinding = isAddress && address ? { ...address, evidence: error.finding.evidence } : error.finding
  try {
    const explained =
      session.route.kind === 'direct'
        ? await withSystemProxy(session, await explainDropped(session, finding), found)
        : await withoutProxy(session, finding, found)
    session.tell(
      explained.layer === finding.layer ? error.finding.layer : explained.layer,
      'fail',
      explained.cause,
      error.timings.tlsMs ?? error.timings.totalMs,
    )
    return { ...explained, outcome: 'fails' }
  } catch (ended) {
    if (ended instanceof ProbeCancelled) return cancelled(session)
    throw ended
  }
}

const cancelled = (session: Session): ProbeVerdict => ({
  outcome: 'cancelled',
  layer: [...session.steps.keys()].at(-1) ?? 'url',
  code: 'cancelled',
  cause: text('The test was ended.', '测试已取消。'),
  cure: text('Run it again when you like.', '可随时重新运行。'),
})

export function createSession(plan: ProbePlan, options: TestOptions): Session {
  const { place, signal, gate, now = () => new Date(), trustStore = new TrustStore() } = options
  const env = plan.variablesWin ? { ...place.env, ...plan.variables } : { ...plan.variables, ...place.env }
  const steps = new Map<ProbeStepId, StepReport>()
  const usable = lintPlan(plan).failure === undefined
  return {
    plan,
    place,
    env,
    system: usable ? options.systemProxy : undefined,
    signal,
    gate,
    resume: {},
    lookup: options.lookup,
    now,
    steps,
    trustStore,
    warnings: [],
    route: usable ? routeFor(new URL(plan.api), env, plan.proxy) : { kind: 'direct' },
    trust: trustStore.for(plan.trust, env),
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    retry: { ...defaultRetry, ...options.retry },
    tell(id, state, detail, ms) {
      const step: StepReport = { id, state, detail, costsTokens: tokenSteps.includes(id), ...(ms !== undefined && { ms }) }
      steps.set(id, step)
      options.onStep?.(step)
    },
  }
}
