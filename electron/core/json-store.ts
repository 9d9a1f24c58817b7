import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { makeFolders, missingFolders, unlinkIfThere, writeNew } from './files/disk'
import { explainWrite } from './files/write-problem'
import type { JsonStore } from './host'
import { systemCode } from './problem'
import { parseStore, serializeStore } from './store-format'

/** A store for shells without Electron, on the same file and in the same format as the desktop's electron-store. */
export function plainJsonStore(file: string): JsonStore {
  const text = (): string | undefined => {
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined
      throw error
    }
  }
  return {
    path: file,
    text,
    read() {
      const content = text()
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

function replaceDurably(file: string, content: string): void {
  makeFolders(missingFolders(file))
  const temp = `${file}.${randomBytes(6).toString('hex')}.tmp`
  const { fd } = writeNew(temp, content, 0o600)
  try {
    flush(fd)
    renameSync(temp, file)
  } catch (error) {
    unlinkIfThere(temp)
    throw error
  }
  if (process.platform !== 'win32') flush(openSync(path.dirname(file), 'r'))
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
