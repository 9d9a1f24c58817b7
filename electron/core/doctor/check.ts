import type { CheckGroup, CurlSource, EffectiveValue, Evidence, Severity } from '../../../shared/model/finding'
import type { LocalText } from '../../../shared/model/text'
import type { ToolId } from '../../../shared/model/tool'
import type { Facts } from './facts'

/** What a check says; the runner makes a finding of it. Texts need not be redacted: the runner does it. */
export interface Verdict {
  readonly severity: Severity
  /** The title of this very finding, where neither `title` nor `badTitle` of the check fits. */
  readonly title?: LocalText
  readonly evidence: readonly Evidence[]
  readonly cause?: LocalText
  readonly cure?: LocalText
  readonly values?: readonly EffectiveValue[]
  /** False when the fix cannot help in this very case. */
  readonly fixable?: boolean
  readonly curl?: CurlSource
}

/** One file as a fix wants it to be. */
export interface FixFile {
  readonly path: string
  /** The whole new text; undefined deletes the file. */
  readonly after: string | undefined
  /** Permission bits to set; absent keeps them. */
  readonly mode?: number
  /** True when the file holds a key: it is never left wider than 0600. */
  readonly secret?: boolean
}

/** What a fix would do: change files, or write the active profile of these tools again. */
export type FixPlan =
  | { readonly kind: 'files'; readonly files: readonly FixFile[] }
  | { readonly kind: 'reapply'; readonly tools: readonly ToolId[] }

export interface Fix {
  /** What the fix does, for the documentation and before it is shown. */
  readonly about: LocalText
  /** Decides what to change; undefined when there is nothing that it can mend. Reads, never writes. */
  plan(facts: Facts): Promise<FixPlan | undefined>
}

/** One thing that the doctor looks at: data and two pure functions over facts. */
export interface Check {
  /** Stable: file name, report, anchor of the documentation, `doctor --only`. */
  readonly id: string
  readonly group: CheckGroup
  /** What holds when all is well. */
  readonly title: LocalText
  /** What is wrong when it does not hold: the title of a finding that fails or warns. */
  readonly badTitle: LocalText
  /** Why it matters; stands in the documentation. */
  readonly why: LocalText
  /** What to do about it in general, for a check that has no fix: stands in the documentation. A finding's own cure is for its very case. */
  readonly remedy?: LocalText
  /** Items of the seed's list of 13 troubles that it answers. */
  readonly seed?: readonly number[]
  /** The tool whose trap this is; absent for what concerns all. */
  readonly tool?: ToolId
  /** Sends something over the network, so it runs only when the network is allowed. */
  readonly network?: boolean
  /** Runs only when it is asked for by its id (it costs money or time). */
  readonly onRequest?: boolean
  run(facts: Facts): Promise<Verdict>
  readonly fix?: Fix
}
