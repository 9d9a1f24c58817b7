import type { CurlStep } from './probe'
import type { LocalText } from './text'
import type { ToolId } from './tool'

/** `skip`: the check does not apply here, or was not asked for; its cause says why. */
export type Severity = 'ok' | 'warn' | 'fail' | 'skip'

/** What a check saw. Redacted: no key, no user name; home is `~`. */
export interface Evidence {
  readonly text: LocalText
  readonly tool?: ToolId
  readonly file?: string
  /** Counted from 1. */
  readonly line?: number
}

/** The answer of one check. */
export interface Finding {
  /** Stable id: anchor in docs/diagnostics.md, `doctor --only`. */
  readonly check: string
  readonly group: CheckGroup
  /** What is wrong when something is; otherwise what was looked at and found to hold. */
  readonly title: LocalText
  /** Why the check matters, as docs/diagnostics.md has it. */
  readonly why: LocalText
  readonly severity: Severity
  readonly evidence: readonly Evidence[]
  /** What is wrong and why it matters; absent when all is well. */
  readonly cause?: LocalText
  /** What to do, as a next step; absent when all is well. */
  readonly cure?: LocalText
  /** Items of the well-known list of 13 troubles that this check answers. */
  readonly seed: readonly number[]
  /** True when `doctor.previewFix` has something to offer right now. */
  readonly fixable: boolean
  /** Where the check compares layers of settings: the whole chain for each value. */
  readonly values?: readonly EffectiveValue[]
  /** What `connection.curl` makes a command of that shows the same by hand; absent where all is well, and where nothing was asked. */
  readonly curl?: CurlSource
  /** Milliseconds that the check took. */
  readonly ms: number
}

/** A step of the connection test of one tool. */
export interface CurlSource {
  readonly profileId: string
  readonly tool: ToolId
  readonly step: CurlStep
}

export type CheckGroup = 'tools' | 'files' | 'settings' | 'environment' | 'machine' | 'network' | 'trial'

/** The values that decide where a tool goes and as whom. */
export type EffectiveName = 'baseUrl' | 'key' | 'model' | 'auth'

export type LayerKind = 'flag' | 'managed' | 'project' | 'user' | 'state' | 'environment' | 'dotenv' | 'login' | 'default'

/** What one layer says about a value. Keys are masked. */
export interface LayerValue {
  readonly layer: string
  readonly kind: LayerKind
  readonly label: LocalText
  /** Where it stands within the layer: a key of a file or a variable. */
  readonly setting: string
  readonly file?: string
  readonly value: string
  readonly wins: boolean
  /** Why it wins or not. */
  readonly why: LocalText
}

/** One value of one tool, with every layer that says something about it, strongest first. */
export interface EffectiveValue {
  readonly tool: ToolId
  readonly name: EffectiveName
  readonly layers: readonly LayerValue[]
  /** What the tool uses; absent when no layer sets it. */
  readonly value?: string
  /** What the active profile wants; absent without one. */
  readonly expected?: string
  /** False when the profile wants something else than what wins. */
  readonly asProfile: boolean
}

/** What docs/diagnostics.md is made of, in both languages. */
export interface DiagnosticsPage {
  /** In the order of the page: by group, and within it as the doctor answers. */
  readonly checks: readonly CheckAbout[]
  /** Error texts of the tools that are known. */
  readonly sayings: readonly Omit<Explanation, 'said' | 'cure'>[]
}

/** What the documentation says about a check. */
export interface CheckAbout {
  /** The check's id: the anchor there. */
  readonly id: string
  readonly group: CheckGroup
  /** What holds when all is well. */
  readonly title: LocalText
  /** What is wrong when it does not hold. */
  readonly cause: LocalText
  readonly why: LocalText
  /** What to do: by hand, or what the fix does. */
  readonly cure?: LocalText
  /** True: `doctor --fix` can do it. */
  readonly mends: boolean
  readonly seed: readonly number[]
  /** True when it sends something to the relay. */
  readonly asksRelay: boolean
  /** True when it runs only where it is asked for by its id. */
  readonly onRequest: boolean
}

export interface DoctorReport {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly version: string
  /** Operating system, its release and the processor. */
  readonly system: string
  readonly ms: number
  /** In the order of the list of checks. */
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<Severity, number>>
  /** True when the run was cancelled before every check had answered. */
  readonly cancelled: boolean
}

/** What a pasted error text of a tool really means. */
export interface Explanation {
  readonly id: string
  readonly tool: ToolId
  /** The tool's words that were recognised. */
  readonly said: string
  readonly cause: LocalText
  readonly cure: LocalText
  /** Checks that tell which of the possible causes it is. */
  readonly checks: readonly string[]
}
