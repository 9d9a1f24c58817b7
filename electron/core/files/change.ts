import { once } from '../once'
import { type Hunk, hunksBetween } from './hunks'
import type { Snapshot } from './snapshot'

/** One file of a transaction: what it was and what it is to be. */
export interface FileChange {
  readonly before: Snapshot
  /** Undefined deletes the file. */
  readonly after: string | undefined
  /** What differs between both texts; worked out when it is first asked for. */
  readonly hunks: () => readonly Hunk[]
  /** True when the file holds or will hold a key: it is never left wider than 0600. */
  readonly secret: boolean
  /** Permission bits that the file is to have; absent keeps those it has, without those that a secret forbids. */
  readonly mode?: number
  /** Folders that Switchyard had made for the file, outermost first; they go with it, as far as they are empty. */
  readonly ownFolders: readonly string[]
}

/** What a new text changes in a file. */
export const hunksFor = ({ content }: Snapshot, after: string | undefined): FileChange['hunks'] =>
  once(() => hunksBetween(content?.text ?? '', after ?? ''))

/** A file change as the journal and the history keep it. Hunks can rebuild the text before from the text after. */
export interface RecordedChange {
  readonly path: string
  readonly target: string
  /** Fingerprint of the text; null when there is no file. */
  readonly before: string | null
  readonly after: string | null
  /** Permission bits before; null when there was no file. */
  readonly mode: number | null
  /** Owner before, where there was a file. */
  readonly owner?: { readonly uid: number; readonly gid: number }
  readonly hunks: readonly Hunk[]
  /** The new text waits here until it is moved to its place; null when the file is written in place or deleted. */
  readonly temp: string | null
  /** A second name of the old file, as long as the transaction runs: taking back needs no space then. Not every file system can do that. */
  readonly backup?: string
  /** Folders that were made for this file, outermost first. */
  readonly folders: readonly string[]
  /** Folders that go with a deleted file, once the transaction is committed. */
  readonly emptied: readonly string[]
  /** Whole text before, for a file that is written in place, where a kill can tear it. */
  readonly image?: string | null
}
