import type { LocalText } from './text'
import type { Protocol, ToolId } from './tool'

/** The layers of a connection test, in their order. A test stops at the first that fails. */
export const probeSteps = ['url', 'proxy', 'dns', 'tcp', 'tls', 'http', 'auth', 'models', 'model', 'answer', 'stream', 'compare'] as const
export type ProbeStepId = (typeof probeSteps)[number]

/** `free` sends nothing that costs tokens, `answer` asks for one word, `deep` also reads a longer stream and compares routes. */
export type ProbeDepth = 'free' | 'answer' | 'deep'

/** Steps that make the relay ask a model, and so cost tokens. */
export const tokenSteps: readonly ProbeStepId[] = ['answer', 'stream']

export interface StepReport {
  readonly id: ProbeStepId
  /** `skipped`: does not apply here. `unknown`: could not be told, and did not stop the test. */
  readonly state: 'ok' | 'warn' | 'fail' | 'skipped' | 'unknown'
  /** Milliseconds, to a tenth; absent where nothing was timed. */
  readonly ms?: number
  readonly detail: LocalText
  readonly costsTokens: boolean
}

/** Something found on the way: what it means and what to do. */
export interface ProbeFinding {
  readonly layer: ProbeStepId
  /** Stable id, such as `key-refused`. What it belongs to is a check of the doctor: `checkOfGuide`. */
  readonly code: string
  readonly cause: LocalText
  readonly cure: LocalText
  /** Number of the trouble in the troubleshooting guide, 1 to 13. */
  readonly guide?: number
  /** What the relay or the system said, shortened; keys are masked. */
  readonly evidence?: string
  /** Models of the relay that are spelled much like the one asked for, nearest first. */
  readonly suggestions?: readonly string[]
}

const checksOfGuide: Readonly<Record<number, string>> = {
  1: 'relay-key',
  2: 'relay-permission',
  3: 'relay-model',
  4: 'relay-rate-limit',
  5: 'relay-error',
  6: 'relay-reachable',
  10: 'relay-streaming',
  11: 'relay-base-url',
  13: 'relay-tls',
}

/** The check of the doctor that answers a trouble of the guide: the anchor in docs/diagnostics.md for what a test found. */
export const checkOfGuide = (guide: number | undefined): string => checksOfGuide[guide ?? 0] ?? 'relay-other'

/**
 * The end of a test. `works`: the model answered in the right protocol. `reached`: relay and key are fine, and no model was asked. `warns`: as
 * `works`, but something will trouble people. `cancelled`: the user ended it.
 */
export interface ProbeVerdict extends ProbeFinding {
  readonly outcome: 'works' | 'warns' | 'reached' | 'fails' | 'cancelled'
}

/** Phases of one request in milliseconds, to a tenth. A phase that did not take place is absent. None of them holds time spent waiting in our own queue. */
export interface ProbeTimings {
  /** Connecting to the proxy, and its tunnel. */
  readonly proxyMs?: number
  readonly dnsMs?: number
  readonly tcpMs?: number
  readonly tlsMs?: number
  /** From the request's last byte sent to the first byte of the answer. */
  readonly firstByteMs?: number
  /** From the start of the first phase to the answer's last byte. */
  readonly totalMs: number
}

/** How the relay is reached. */
export interface ProbeRoute {
  readonly kind: 'direct' | 'http-proxy' | 'socks-proxy'
  /** Host and port of the proxy, without its login. */
  readonly proxy?: string
  /** The variable that names the proxy. */
  readonly variable?: string
}

/**
 * What the operating system is set to for the relay's host. Browsers go by this, command line tools by environment variables; of ours only Codex may
 * follow it, on Windows and in some versions (openai/codex#45916, farion1231/cc-switch#4478).
 */
export interface SystemProxyUse {
  readonly source: 'gnome' | 'kde' | 'macos' | 'windows'
  /** Host and port. */
  readonly proxy?: string
  /** Address of a script that chooses the proxy, or `WPAD`. */
  readonly script?: string
  /** The entry of the system's list that leaves this host out. */
  readonly bypass?: string
}

export interface RateLimit {
  /** Milliseconds until the relay wants to be asked again. */
  readonly retryAfterMs?: number
  readonly limits: readonly { readonly name: string; readonly limit?: string; readonly remaining?: string; readonly reset?: string }[]
}

/** What the spacing of a stream's events tells; `too-short`: nothing. Milliseconds. */
export interface StreamReport {
  readonly kind: 'streaming' | 'buffered' | 'too-short'
  readonly events: number
  readonly firstEventMs: number
  readonly spanMs: number
  /** Up to 40 pauses between events. */
  readonly gaps: readonly number[]
}

/** The same request on another way: for a table side by side. */
export interface RouteComparison {
  /** `proxy`: the one that the tool uses. `system`: the one that the operating system is set to, where that is another. */
  readonly way: 'direct' | 'proxy' | 'system' | 'ipv4' | 'ipv6'
  readonly timings?: ProbeTimings
  /** Why this way does not work. */
  readonly failure?: LocalText
}

/** Everything that one test of one tool found. Holds no key. */
export interface ToolProbeReport {
  readonly tool: ToolId
  readonly protocol: Protocol
  readonly baseUrl: string
  readonly model?: string
  /** The model that the answer names; relays may give another one. */
  readonly answeredBy?: string
  readonly depth: ProbeDepth
  /** ISO 8601, UTC. */
  readonly at: string
  readonly route: ProbeRoute
  /** Absent where the system has no proxy. */
  readonly systemProxy?: SystemProxyUse
  readonly verdict: ProbeVerdict
  /** Things that do not stop the tool, in the order found. */
  readonly warnings: readonly ProbeFinding[]
  readonly steps: readonly StepReport[]
  /** Of the last request that got an answer. */
  readonly timings?: ProbeTimings
  readonly rateLimit?: RateLimit
  /** The relay's own list: at most 500 names. */
  readonly models?: { readonly count: number; readonly names: readonly string[] }
  readonly stream?: StreamReport
  readonly compare?: readonly RouteComparison[]
}

/** Every protocol that a relay may speak, by its usual name. */
export const protocolNames: Readonly<Record<Protocol, string>> = {
  'openai-chat': 'OpenAI Chat Completions',
  'openai-responses': 'OpenAI Responses',
  anthropic: 'Anthropic Messages',
  gemini: 'Gemini',
}

/** Which protocols a relay speaks; absent: not known. */
export type ProtocolSupport = Readonly<Partial<Record<Protocol, { readonly speaks: boolean; readonly at: string }>>>

/** One point of the latency history. `totalMs` is absent when nothing answered. */
export interface LatencyPoint {
  readonly at: string
  readonly outcome: ProbeVerdict['outcome']
  readonly code: string
  readonly firstByteMs?: number
  readonly totalMs?: number
}

/** What is remembered of a profile's tests. */
export interface ProfileConnection {
  readonly profileId: string
  /** The relay's root URL that the protocols were found at; absent in older files. */
  readonly url?: string
  readonly protocols: ProtocolSupport
  /** By tool id: the last report, and at most 50 points, oldest first. */
  readonly tools: Readonly<Record<ToolId, { readonly last: ToolProbeReport; readonly history: readonly LatencyPoint[] }>>
}

/** What one call of `connection.test` found. `protocols` is all that is known of them by now. */
export interface ConnectionReport {
  readonly run: string
  readonly profiles: readonly {
    readonly profileId: string
    readonly name: string
    readonly tools: readonly ToolProbeReport[]
    readonly protocols: ProtocolSupport
  }[]
}

/** One of a relay's URLs, tried without tokens. */
export interface EndpointReport {
  /** The root URL. */
  readonly url: string
  readonly verdict: ProbeVerdict
  /** From the first phase to the first byte of the answer, in ms: the middle one of several requests. Absent when none was answered. */
  readonly latencyMs?: number
  /** Of the request that took this time. */
  readonly timings?: ProbeTimings
}

/** The endpoints of a profile, its present one first. */
export interface EndpointsReport {
  readonly run: string
  readonly profileId: string
  readonly endpoints: readonly EndpointReport[]
}

/** The endpoint that answers soonest; undefined when none can be used. */
export function fastestOf(endpoints: readonly EndpointReport[]): EndpointReport | undefined {
  const usable = endpoints.filter(({ verdict, latencyMs }) => latencyMs !== undefined && verdict.outcome === 'reached')
  return usable.toSorted((a, b) => (a.latencyMs ?? 0) - (b.latencyMs ?? 0))[0]
}

/** The steps of which a command can be made, and the shells for it. */
export const curlSteps = ['models', 'answer', 'stream', 'dns', 'tls', 'timing'] as const
export type CurlStep = (typeof curlSteps)[number]
/** The command that does by hand what a step does. */
export const curlOfStep: Readonly<Partial<Record<ProbeStepId, CurlStep>>> = {
  dns: 'dns',
  tls: 'tls',
  http: 'timing',
  models: 'models',
  answer: 'answer',
  stream: 'stream',
}
export const curlShells = ['bash', 'powershell'] as const
export type CurlShell = (typeof curlShells)[number]
