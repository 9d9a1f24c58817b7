import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from '../../shared/model/text'
import type { Before, ConfigValue, Path } from './files/editor'
import type { DataFolder } from './host'
import { refused, systemCode } from './problem'
import { openTexts } from './vault/record-texts'

export const RECORD_VERSION = 1

/** One place in a file that Switchyard owns: what it wrote, and what stood there before. */
export interface Owned {
  readonly path: Path
  readonly before: Before
  /** What we wrote; absent for a container that was made on the way. */
  readonly wrote?: ConfigValue
  readonly secret?: boolean
}

/** What Switchyard owns in one file. */
export interface FileRecord {
  readonly path: string
  /** What the file was before the first write: there, not there, or without content (then its very text). */
  readonly base: { readonly kind: 'file' | 'absent' } | { readonly kind: 'blank'; readonly text: string }
  /** Permission bits before the first write; absent when there was no file. */
  readonly mode?: number
  /** Folders that were made for the file, outermost first. */
  readonly folders: readonly string[]
  /** In the order in which the places were made. */
  readonly owned: readonly Owned[]
}

/** What Switchyard set for one tool in one set of folders. */
export interface ToolRecord {
  readonly tool: string
  readonly profileId: string
  readonly profileName: string
  /** By file id. */
  readonly files: Readonly<Record<string, FileRecord>>
}

/** Our own record of what is active and what we own. It comes to its place as the last file of a transaction: that rename is the commit. */
export interface StateRecord {
  readonly version: number
  /** Number of the newest committed transaction. */
  readonly seq: number
  /** By record key (tool and the path of its first file), so that moved configuration folders do not get mixed up. */
  readonly tools: Readonly<Record<string, ToolRecord>>
}

export const emptyRecord: StateRecord = { version: RECORD_VERSION, seq: 0, tools: {} }

export const recordFile = (folder: string): string => path.join(folder, 'state.json')

export const recordKey = (tool: string, firstFile: string): string => `${tool}@${firstFile}`

/**
 * Reads the record; an absent one is empty. It is the first line of its file (see `journalText`); before that it was a file of its own, of many lines.
 * @throws {ProblemError} `record-broken` or `newer-version`; without the record we do not know what we own, so nothing is written
 */
export function readRecord({ dataFolder: folder, vault }: DataFolder): StateRecord {
  const file = recordFile(folder)
  const content = readIfThere(file)
  if (content === undefined) return { ...emptyRecord, seq: newestEntry(folder) }
  const value = parse(content, file)
  if (value.version > RECORD_VERSION) {
    throw refused(
      'newer-version',
      text(`${file} was written by a newer Switchyard.`, `${file} 由更新版本的 Switchyard 写入。`),
      text('Update Switchyard, then try again.', '请更新 Switchyard 后重试。'),
      { file },
    )
  }
  return openTexts(value, vault)
}

/** A record that was moved away must not make the numbers of the history start anew, over entries that are there. */
function newestEntry(folder: string): number {
  try {
    return readdirSync(path.join(folder, 'history')).reduce((newest, name) => Math.max(newest, Number.parseInt(name, 10) || 0), 0)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0
    throw error
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    if (systemCode(error) !== 'EISDIR') throw error
    return ''
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of a newer version no more is known than that it is one. */
const isRecord = (value: unknown): value is StateRecord =>
  isObject(value) &&
  typeof value.version === 'number' &&
  (value.version > RECORD_VERSION ||
    (typeof value.seq === 'number' &&
      Number.isSafeInteger(value.seq) &&
      isObject(value.tools) &&
      Object.values(value.tools).every((tool) => isObject(tool) && isObject(tool.files) && Object.values(tool.files).every(isFileRecord))))

const isFileRecord = (value: unknown): boolean =>
  isObject(value) && typeof value.path === 'string' && isObject(value.base) && Array.isArray(value.folders) && Array.isArray(value.owned)

function parse(content: string, file: string): StateRecord {
  try {
    const value: unknown = JSON.parse(content.startsWith('{\n') ? content : (content.split('\n', 1)[0] ?? ''))
    if (isRecord(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw refused(
    'record-broken',
    text(`${file} is damaged: it is Switchyard's record of what it wrote.`, `${file} 已损坏：它是 Switchyard 的写入记录。`),
    text(
      "Move it away to start a new record. The tools' own files stay as they are.",
      '请将其移走以建立新的记录。各工具自己的文件不受影响。',
    ),
    { file },
  )
}
