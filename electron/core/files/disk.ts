import {
  chmodSync,
  chownSync,
  closeSync,
  fstatSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  statSync,
  unlink,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { systemCode } from '../problem'

/** How often and how long (milliseconds) a rename waits for a program that has the file open (virus scanners, backup software on Windows). */
const RENAME_PAUSES = [10, 20, 40, 80, 160, 320, 640]

/** An open, not yet durable file. */
export interface Pending {
  readonly file: string
  readonly fd: number
  readonly folder?: boolean
}

/** Creates a file that must not exist and fills it; `settle` makes it durable. */
export function writeNew(file: string, content: string, mode: number): Pending {
  const fd = openSync(file, 'wx', mode)
  try {
    writeAll(fd, content)
  } catch (error) {
    closeSync(fd)
    unlinkIfThere(file)
    throw error
  }
  return { file, fd }
}

/** Like `writeNew`, but over what an interrupted run may have left under that name. */
export function writeFresh(file: string, content: string, mode: number): Pending {
  try {
    return writeNew(file, content, mode)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
  unlinkIfThere(file)
  return writeNew(file, content, mode)
}

/** Writes on at the end of a file that `writeNew` made. */
export function append({ fd }: Pending, content: string): void {
  writeAll(fd, content, fstatSync(fd).size)
}

/** Makes written files and folders durable, all at once, and closes them. */
export async function settle(pending: readonly Pending[]): Promise<void> {
  try {
    await flush(pending)
  } finally {
    closeAll(pending)
  }
}

/**
 * Makes files and folders durable, at the same time, which a file system answers in one go. This thread takes the last of them: to wait for a thread
 * of the pool costs as much as a flush.
 */
export const flush = (files: readonly Pending[]): Promise<void> =>
  allDone([...files.slice(0, -1).map(flushInPool), ...files.slice(-1).map(flushHere)])

/** The same, with this thread free for other work. */
export const startFlush = (files: readonly Pending[]): Promise<void> => allDone(files.map(flushInPool))

/** Nothing may go on in a file that the caller closes, so all are waited for before the first failure is told. */
export async function allDone(work: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason
}

const flushInPool = ({ fd, folder }: Pending): Promise<void> =>
  new Promise((done, failed) => fsync(fd, (error) => (error === null || mayFail(folder, error) ? done() : failed(error))))

async function flushHere({ fd, folder }: Pending): Promise<void> {
  try {
    fsyncSync(fd)
  } catch (error) {
    if (!mayFail(folder, error)) throw error
  }
}

const mayFail = (folder: boolean | undefined, error: unknown): boolean => folder === true && CANNOT_SETTLE.includes(systemCode(error) ?? '')

/** Some network file systems cannot make a folder durable by itself; nothing more can be done there. */
const CANNOT_SETTLE = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP']

export function closeAll(files: readonly Pending[]): void {
  for (const { fd } of files) closeSync(fd)
}

/** Opens folders so that `settle` makes the names in them durable. Windows cannot do that; a folder that may not be read cannot either. */
export function openFolders(folders: Iterable<string>): Pending[] {
  const opened: Pending[] = []
  if (process.platform === 'win32') return opened
  try {
    for (const file of new Set(folders)) ignoring(['EACCES'], () => opened.push({ file, fd: openSync(file, 'r'), folder: true }))
    return opened
  } catch (error) {
    closeAll(opened)
    throw error
  }
}

/** Makes renames in these folders durable. */
export const settleFolders = (folders: Iterable<string>): Promise<void> => settle(openFolders(folders))

/** Writes over a file where it is: for files that cannot be replaced (bind mounts, hard links). Not atomic; the journal holds what was there. */
export async function writeInPlace(file: string, content: string): Promise<void> {
  const fd = openSync(file, 'r+')
  ftruncateAfterWrite(fd, content)
  await settle([{ file, fd }])
}

function ftruncateAfterWrite(fd: number, content: string): void {
  try {
    ftruncateSync(fd, writeAll(fd, content))
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

function writeAll(fd: number, content: string, from = 0): number {
  const bytes = Buffer.from(content, 'utf8')
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, from + at)
  return bytes.length
}

export const renameFile = (from: string, to: string): void => renameSync(from, to)

/** Moves a file over another in one step, with patience where the other may be open. */
export async function replace(from: string, to: string): Promise<void> {
  for (const pause of RENAME_PAUSES) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (process.platform !== 'win32' || !['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '')) throw error
    }
    await new Promise((wake) => setTimeout(wake, pause))
  }
  renameSync(from, to)
}

/** What a file system says that cannot give a file a second name, or does not let this user. */
const CANNOT_LINK = ['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL']

/** Gives a file a second name, which must be free. The answer says why that cannot be done here. */
export function addName(file: string, name: string): 'done' | 'elsewhere' | 'unable' {
  try {
    linkSync(file, name)
    return 'done'
  } catch (error) {
    const code = systemCode(error) ?? ''
    if (!CANNOT_LINK.includes(code)) throw error
    return code === 'EXDEV' ? 'elsewhere' : 'unable'
  }
}

export function unlinkIfThere(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (!isMissing(file, error)) throw error
  }
}

/** The same for many, all at once: to free what a file held takes the system a while. This thread takes the last of them. */
export const unlinkAll = (files: readonly string[]): Promise<void> =>
  allDone([...files.slice(0, -1).map(unlinkInPool), ...files.slice(-1).map(async (file) => unlinkIfThere(file))])

const unlinkInPool = (file: string): Promise<void> =>
  new Promise((done, failed) => unlink(file, (error) => (error === null || isMissing(file, error) ? done() : failed(error))))

/** On a read-only file system, removing what is not there is refused like removing what is: look. */
const isMissing = (file: string, error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '') || (systemCode(error) === 'EROFS' && !isThere(file))

/** What cannot be looked at is taken to be there, so that what is wrong is told by who uses it. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    return systemCode(error) !== 'ENOTDIR'
  }
}

/** Removes folders that we made, the innermost first, as far as they are empty. */
export function removeFolders(folders: readonly string[]): void {
  for (const folder of folders.toReversed().filter(isThere))
    ignoring(['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EBUSY'], () => rmdirSync(folder))
}

/** The folders that are missing on the way to a file, outermost first. */
export function missingFolders(file: string): string[] {
  const missing: string[] = []
  for (let folder = path.dirname(file); statSync(folder, { throwIfNoEntry: false }) === undefined; folder = path.dirname(folder))
    missing.unshift(folder)
  return missing
}

/** Makes folders private to the user. */
export function makeFolders(folders: readonly string[]): void {
  for (const folder of folders) ignoring(['EEXIST'], () => mkdirSync(folder, { mode: 0o700 }))
}

/** Gives a file the owner and permissions of another. False when this user may not. */
export function adopt(file: string, owner: { readonly uid: number; readonly gid: number }, mode: number): boolean {
  if (process.platform === 'win32') return true
  const own = statSync(file)
  if (own.uid !== owner.uid || own.gid !== owner.gid) {
    try {
      chownSync(file, owner.uid, owner.gid)
    } catch (error) {
      if (systemCode(error) === 'EPERM') return false
      throw error
    }
  }
  if ((own.mode & 0o7777) !== mode) chmodSync(file, mode)
  return true
}

function ignoring(codes: readonly string[], work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!codes.includes(systemCode(error) ?? '')) throw error
  }
}
