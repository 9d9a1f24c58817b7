import type { RecordedRequest } from '../../support/fake-relay'
import type { RealTool } from '../tools'
import type { Setup, SetupOptions } from './setup'

/** What the tool really did. */
export interface Did {
  /** Its exit code; null where it never ends by itself. Absent: either. */
  readonly code?: number | null
  /** What it printed on both streams. */
  readonly says: RegExp
  /** Statuses that its prompts were answered with; empty: none arrived. */
  readonly statuses: readonly number[]
  /** More about the requests. */
  readonly asked?: (prompts: readonly RecordedRequest[], setup: Setup) => void
}

/** A broken setup, what the doctor must say about it, and what the tool makes of it. */
export interface BrokenCase {
  readonly name: string
  readonly options?: SetupOptions
  /** Breaks a setup that works. */
  break?(setup: Setup): Promise<void> | void
  /** Checks that must say ok. */
  readonly ok?: readonly string[]
  /** Checks that must fail or warn, with what their cause must say. */
  readonly finds: Readonly<Record<string, RegExp>>
  readonly did: Did
  /** True: the tool is opened in a terminal, as people do, not run with a prompt. */
  readonly interactive?: true
  /** Milliseconds until the tool is ended; for a tool that would go on for ever or for minutes. */
  readonly limit?: number
  /** What “Try it for real” says; absent: it is not asked, because it starts the tool in another folder or with other arguments. */
  readonly tried?: RegExp
  /** One of `finds` that the tool's own words, pasted, lead to. */
  readonly explained?: string
}

export type CasesOf = Readonly<Record<RealTool['id'], readonly BrokenCase[]>>
