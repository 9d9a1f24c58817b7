import type { PasteRisk } from './paste'
import type { LocalText } from './text'
import type { ToolId } from './tool'

/** The longest file that is looked at, in UTF-16 units: some thousands of profiles. */
export const LONGEST_IMPORT = 6_000_000
/** A shorter passphrase is guessed by who has the file. */
export const SHORTEST_PASSPHRASE = 8

/** What an export is: a text to keep as a file. */
export interface Exported {
  readonly text: string
  /** A name for the file, with the day in it. */
  readonly fileName: string
  readonly count: number
}

/** What to do with a profile whose name another one has already. */
export const conflictChoices = ['skip', 'rename', 'replace'] as const
export type ConflictChoice = (typeof conflictChoices)[number]

/** A profile in a file, as it may be shown: keys are masked. */
export interface TransferItem {
  /** Names it within its draft. */
  readonly id: string
  readonly name: string
  readonly url: string
  readonly endpoints: readonly string[]
  readonly keys: readonly { readonly masked: string; readonly label?: string }[]
  /** Tools that use it. */
  readonly tools: readonly ToolId[]
  /** A present profile of that name; `same`: it has the same relay and keys. */
  readonly conflict?: { readonly id: string; readonly name: string; readonly same: boolean }
  /** What was merged, renamed or left out. */
  readonly notices: readonly LocalText[]
  readonly risks: readonly PasteRisk[]
}

/** What lies in a file. Its keys stay in the core, under `draft`, until it is imported; half an hour at most. */
export interface TransferList {
  readonly draft: string
  /** Whose file it is, in words. */
  readonly source: LocalText
  readonly items: readonly TransferItem[]
  /** Entries that cannot be taken, and why. */
  readonly notices: readonly LocalText[]
}

/** `sealed`: a passphrase is needed to look inside. */
export type Inspection = { readonly sealed: true } | ({ readonly sealed: false } & TransferList)

/** What an import did, by name. */
export interface Imported {
  readonly added: readonly string[]
  readonly replaced: readonly string[]
  readonly skipped: readonly string[]
}
