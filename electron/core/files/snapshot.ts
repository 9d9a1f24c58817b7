import { isUtf8 } from 'node:buffer'
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { text } from '../../../shared/model/text'
import { refused, systemCode } from '../problem'
import { fingerprint } from './fingerprint'
import { resolveTarget } from './resolve'

/** Larger files are refused: no tool's settings come near it. */
export const MAX_BYTES = 16 * 1024 * 1024

/** A file as it was at one moment. */
export interface Snapshot {
  /** As the tool names it. */
  readonly path: string
  /** Where its bytes are: all links followed. */
  readonly target: string
  /** Undefined when there is no file. */
  readonly content?: FileContent
}

export interface FileContent {
  readonly text: string
  readonly hash: string
  /** Permission bits. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Number of hard links. */
  readonly links: number
  /** See `stampOf`. */
  readonly stamp: string
  /** Time of the last change of content, name count or permissions, in nanoseconds. */
  readonly changed: bigint
  /** True when the file was so new when it was read that a further write may not show in its stamp: compare its text as well. */
  readonly young: boolean
}

/** File systems keep times in steps of up to two seconds (FAT); two writes within one step look alike. */
const YOUNG = 2_000

/** Identity, size and age of a file: changes when it is written or replaced, not when it gets a further name. */
export const stampOf = (stat: BigIntStats): string => `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}`

/** True when a file is so new that a further write may not show in its stamp. */
export const isYoung = (stat: BigIntStats): boolean => Date.now() - Number(stat.mtimeMs) < YOUNG

/**
 * Reads a file whole.
 * @throws {ProblemError} for a folder in its place, no permission, a link loop, a file that is too large or not UTF-8
 */
export function readSnapshot(file: string): Snapshot {
  try {
    const target = resolveTarget(file)
    return { path: file, target, content: readContent(target, file) }
  } catch (error) {
    throw explain(error, file)
  }
}

function readContent(target: string, file: string): FileContent | undefined {
  const fd = openIfThere(target)
  if (fd === undefined) return undefined
  try {
    const stat = fstatSync(fd, { bigint: true })
    if (!stat.isFile()) throw notAFile(file)
    if (stat.size > MAX_BYTES) throw tooLarge(file, Number(stat.size))
    const content = decode(readWhole(fd, Number(stat.size)), file)
    return {
      text: content,
      hash: fingerprint(content),
      mode: Number(stat.mode) & 0o7777,
      uid: Number(stat.uid),
      gid: Number(stat.gid),
      links: Number(stat.nlink),
      stamp: stampOf(stat),
      changed: stat.ctimeNs,
      young: isYoung(stat),
    }
  } finally {
    closeSync(fd)
  }
}

/** One byte more than its size says is asked for: a file that grew meanwhile is read on. */
function readWhole(fd: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size + 1)
  const read = readSync(fd, bytes, 0, size + 1, null)
  return read === size ? bytes.subarray(0, size) : Buffer.concat([bytes.subarray(0, read), readFileSync(fd)])
}

/** Without waiting: a pipe in the file's place would else wait for a writer forever. */
function openIfThere(target: string): number | undefined {
  try {
    return openSync(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function decode(bytes: Buffer, file: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  throw refused(
    'file-not-utf8',
    text(`${file} is not UTF-8 text.`, `${file} 不是 UTF-8 文本。`),
    text('Save it as UTF-8 in your editor, or move it away, then try again.', '请在编辑器中将其另存为 UTF-8，或将其移走，然后重试。'),
    { file },
  )
}

const notAFile = (file: string) =>
  refused(
    'not-a-file',
    text(`${file} is not a file: a folder or something else stands in its place.`, `${file} 不是文件：该位置是文件夹或其他内容。`),
    text('Move it away, then try again.', '请将其移走，然后重试。'),
    { file },
  )

const tooLarge = (file: string, bytes: number) =>
  refused(
    'file-too-large',
    text(
      `${file} is ${Math.round(bytes / 1048576)} MB: too large for a settings file.`,
      `${file} 有 ${Math.round(bytes / 1048576)} MB，对设置文件来说过大。`,
    ),
    text(
      `Check what filled it. Switchyard changes files of up to ${MAX_BYTES / 1048576} MB.`,
      `请检查其内容。Switchyard 只修改不超过 ${MAX_BYTES / 1048576} MB 的文件。`,
    ),
    { file },
  )

function explain(error: unknown, file: string): unknown {
  switch (systemCode(error)) {
    case 'EISDIR':
      return notAFile(file)
    case 'ENOTDIR':
      return refused(
        'folder-is-a-file',
        text(`A folder on the way to ${file} is a file.`, `${file} 的上级路径中有一项是文件而不是文件夹。`),
        text('Move that file away, then try again.', '请移走该文件，然后重试。'),
        { file },
      )
    case 'EACCES':
    case 'EPERM':
      return refused(
        'file-unreadable',
        text(`${file} cannot be read: permission denied.`, `无法读取 ${file}：权限不足。`),
        text('Give your user access to it (chmod u+rw), then try again.', '请为当前用户授予读写权限（chmod u+rw），然后重试。'),
        { file },
      )
    case 'ELOOP':
      return refused(
        'link-loop',
        text(`${file} is a symbolic link that leads back to itself.`, `${file} 是一个指向自身的符号链接。`),
        text('Remove the link, then try again.', '请删除该链接，然后重试。'),
        { file },
      )
    default:
      return error
  }
}
