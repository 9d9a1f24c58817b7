import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { systemCode } from '../problem'
import type { RecordedChange } from './change'
import { replace, settleFolders, unlinkIfThere } from './disk'
import { fingerprint } from './fingerprint'

/**
 * Brings every file of a committed transaction to its place. After a kill all of them are there; after a power loss the record's new name may have
 * reached the disk before a file's. What others wrote since stays.
 */
export async function redo(changes: readonly RecordedChange[]): Promise<void> {
  for (const change of changes) {
    if (change.image != null) continue
    if (change.after === null) removeAgain(change)
    else if (change.temp !== null) await moveAgain(change, change.temp)
  }
  await settleFolders(changes.map(({ target }) => path.dirname(target)).filter(isThere))
}

function removeAgain({ target, before }: RecordedChange): void {
  if (before !== null && hashOf(target) === before) unlinkIfThere(target)
}

async function moveAgain({ target, before, after }: RecordedChange, temp: string): Promise<void> {
  if (hashOf(temp) === after && hashOf(target) === before) await replace(temp, target)
}

function hashOf(file: string): string | null {
  try {
    return fingerprint(readFileSync(file, 'utf8'))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return null
    throw error
  }
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined
