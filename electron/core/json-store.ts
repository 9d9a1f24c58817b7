import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolders, missingFolders, unlinkIfThere, writeNew } from './files/disk'
import { isYoung, stampOf } from './files/snapshot'
import { uniqueName } from './files/unique-name'
import { explainWrite } from './files/write-problem'
import type { JsonStore } from './host'
import { parseStore, serializeStore } from './store-format'

/** A store for shells without Electron, on the same file and in the same format as the desktop's electron-store. */
export function plainJsonStore(file: string): JsonStore {
  let known: { readonly stamp: string; readonly content: Buffer } | undefined
  /** Read again only when the file has changed: a command looks profiles up more than once. */
  const bytes = (): Buffer | undefined => {
    const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
    if (stat === undefined) return undefined
    const stamp = stampOf(stat)
    if (known?.stamp !== stamp || isYoung(stat)) known = { stamp, content: readFileSync(file) }
    return known.content
  }
  return {
    path: file,
    bytes,
    read() {
      const content = bytes()?.toString('utf8')
      return content === undefined ? undefined : parseStore(content)
    },
    write(value) {
      try {
        replaceDurably(file, serializeStore(value))
      } catch (error) {
        throw explainWrite(error, file, 'refused')
      }
    },
    setAside() {
      const aside = asidePath(file, new Date())
      renameSync(file, aside)
      return aside
    },
  }
}

/** Replaces a file by a whole new one that is on the disk before it has the name. */
export function replaceDurably(file: string, content: string, mode = 0o600): void {
  makeFolders(missingFolders(file))
  sweep(file)
  const temp = `${file}.${uniqueName()}.tmp`
  const { fd } = writeNew(temp, content, mode)
  try {
    flush(fd)
    renameSync(temp, file)
  } catch (error) {
    unlinkIfThere(temp)
    throw error
  }
  if (process.platform !== 'win32') flush(openSync(path.dirname(file), 'r'))
}

/** What a killed write left: it may hold keys. The caller holds the lock, so nobody else is writing. */
export function sweep(file: string): void {
  const left = new RegExp(`^${path.basename(file).replace('.', '\\.')}\\.(?:[0-9a-f]{12}\\.tmp|tmp-\\d+.*)$`)
  for (const name of readdirSync(path.dirname(file))) if (left.test(name)) unlinkIfThere(path.join(path.dirname(file), name))
}

function flush(fd: number): void {
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Where a broken store is kept: beside its old place, with the time in its name. */
export function asidePath(file: string, now: Date): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.broken-${now.toISOString().replace(/[:.]/g, '-')}${ext}`)
}
