import { readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { HistoryEntry } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { refused, systemCode } from '../problem'
import type { StateRecord, ToolRecord } from '../record'
import { openTexts, secretsOfRecord, type TextSealer, textSealer } from '../vault/record-texts'
import type { Vault } from '../vault/vault'
import type { RecordedChange } from './change'

export const ENTRY_VERSION = 1

/** One transaction: the journal while it runs, an entry of the history afterwards. */
export interface Entry extends Omit<HistoryEntry, 'files' | 'profileIds' | 'undoneBy'> {
  readonly version: number
  /** Counts up by one per transaction, whatever the clock does. */
  readonly seq: number
  readonly changes: readonly RecordedChange[]
  /** Texts in the hunks that must be masked before anyone sees them. */
  readonly secrets: readonly string[]
  /** What the record said before and after, per record key: what an undo goes back to. */
  readonly records: Readonly<Record<string, { readonly before: ToolRecord | null; readonly after: ToolRecord | null }>>
  /** Id of the entry that this one undoes. */
  readonly undoes?: string
  /** The profile whose key was changed along with the tools' files, and the ids of its active key before and after. */
  readonly key?: { readonly profileId: string; readonly before: string; readonly after: string }
}

export const entryId = (seq: number): string => String(seq).padStart(9, '0')

/** Paths inside the data folder. */
export const journalFile = (folder: string): string => path.join(folder, 'journal.json')
export const draftFile = (folder: string): string => path.join(folder, 'journal.draft.json')
export const historyFolder = (folder: string): string => path.join(folder, 'history')
export const entryFile = (folder: string, id: string): string => path.join(historyFolder(folder), `${id}.json`)

/**
 * A journal, in lines: the record as it will be; what is known of the transaction before anything is written; the transaction. One file serves three
 * times, under three names: as the journal, as the record once it is committed, and as an entry of the history. Texts that hold a secret are sealed.
 */
export const journalText = (record: StateRecord, entry: Entry, seal: TextSealer): string =>
  draftText(record, entry, seal) + entryLine(entry, seal)

/** The first two lines: enough to take back what is laid beside the files. */
export function draftText(record: StateRecord, entry: Entry, seal: TextSealer): string {
  const [first, second] = seal([record, { ...entry, secrets: [], records: {} }])
  return `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`
}

export const entryLine = (entry: Entry, seal: TextSealer): string => `${JSON.stringify(seal(entry))}\n`

/** Seals the secrets of a transaction. */
export function journalSealer(record: StateRecord, { secrets, records }: Pick<Entry, 'secrets' | 'records'>, vault: Vault): TextSealer {
  const sides = Object.values(records).flatMap(({ before, after }) => [before, after].filter((side) => side !== null))
  return textSealer([...secrets, ...secretsOfRecord(record), ...secretsOfRecord({ tools: Object.fromEntries(sides.entries()) })], vault)
}

/**
 * Reads an entry of the history.
 * @returns undefined when the file is not there, `'torn'` when it is not a whole entry
 * @throws {ProblemError} `newer-version` when a newer Switchyard wrote it
 */
export const readEntry = (file: string, vault: Vault): Entry | 'torn' | undefined =>
  readLines(file, vault, ([first, , last]) => parseObject(last ?? first))

/** The same for a journal or its draft: where a kill left the last line unfinished, the one before tells what lies beside the files. */
export const readJournal = (file: string, vault: Vault): Entry | 'torn' | undefined =>
  readLines(file, vault, ([first, second, last]) => parseObject(last ?? second ?? first) ?? parseObject(second))

/** A journal has three lines; an entry that an older version wrote stands alone. */
function readLines(
  file: string,
  vault: Vault,
  choose: (lines: readonly string[]) => Record<string, unknown> | undefined,
): Entry | 'torn' | undefined {
  const content = readTextIfThere(file)
  if (content === undefined) return undefined
  const value = choose(content.split('\n').filter((line) => line !== ''))
  if (value === undefined || typeof value.version !== 'number' || typeof value.seq !== 'number') return 'torn'
  if (value.version > ENTRY_VERSION) {
    throw refused(
      'newer-version',
      text(`${file} was written by a newer Switchyard.`, `${file} 由更新版本的 Switchyard 写入。`),
      text('Update Switchyard, then try again.', '请更新 Switchyard 后重试。'),
      { file },
    )
  }
  const opened = openTexts(value, vault)
  return isEntry(opened) ? opened : 'torn'
}

/** Undefined when the file is not there. */
export function readTextIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function parseObject(content: string | undefined): Record<string, unknown> | undefined {
  try {
    if (content === undefined) return undefined
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isEntry = (value: Record<string, unknown>): value is Record<string, unknown> & Entry =>
  typeof value.id === 'string' &&
  /^\d+$/.test(value.id) &&
  Array.isArray(value.changes) &&
  value.changes.every(isChange) &&
  Array.isArray(value.secrets) &&
  typeof value.records === 'object' &&
  value.records !== null

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string')
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What is to be written or removed is decided by these fields, so a damaged one must not get through. */
const isChange = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.path === 'string' &&
  typeof value.target === 'string' &&
  [value.before, value.after, value.temp, value.backup ?? null, value.image ?? null].every(isTextOrNull) &&
  (value.mode === null || typeof value.mode === 'number') &&
  isTexts(value.folders) &&
  isTexts(value.emptied) &&
  Array.isArray(value.hunks) &&
  value.hunks.every(
    (hunk) =>
      isObject(hunk) &&
      typeof hunk.line === 'number' &&
      typeof hunk.lineAfter === 'number' &&
      [hunk.lead, hunk.removed, hunk.added, hunk.trail].every(isTexts),
  )

/** Moves a journal that cannot be read aside, so that nothing is lost and work can go on. Returns the new path. */
export function setJournalAside(folder: string, stamp: string): string {
  const aside = path.join(folder, `journal.broken-${stamp}.json`)
  renameSync(journalFile(folder), aside)
  return aside
}
