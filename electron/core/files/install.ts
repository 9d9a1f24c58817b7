import { chmodSync, lstatSync, readFileSync } from 'node:fs'
import { systemCode } from '../problem'
import { recordFile } from '../record'
import type { FileChange, RecordedChange } from './change'
import { addName, openFolders, renameFile, replace, settle, unlinkIfThere, writeInPlace } from './disk'
import { draftFile, journalFile } from './journal'
import { checkUnmoved, FileMoved, modeFor, orMoved } from './moved'
import { stampOf } from './snapshot'
import { addImage, rewriteDraft } from './stage'
import { recordTemp } from './take-back'
import type { Running } from './transaction'
import { explainWrite } from './write-problem'

/**
 * Moves everything to its place and ends with the commit; `finish` makes the new names durable, all at once. Whoever catches an error takes back.
 * @throws {FileMoved} when someone else wrote one of the files, also after us
 */
export async function install(running: Running): Promise<void> {
  const { folder, changes, verify } = running.transaction
  const step = { file: folder }
  try {
    for (const [index, change] of changes.entries()) {
      step.file = change.before.path
      await installOne(running, index, change)
    }
    for (const [index, change] of changes.entries()) {
      step.file = change.before.path
      checkInstalled(change, running.entry.changes[index])
    }
    verify()
    step.file = recordFile(folder)
    await replace(recordTemp(folder, running.entry.seq), step.file)
  } catch (error) {
    throw explainWrite(error, step.file, 'rolled-back')
  }
}

async function installOne(running: Running, index: number, change: FileChange): Promise<void> {
  const planned = running.entry.changes[index]
  if (planned === undefined) return
  checkUnmoved(change)
  if (change.after === undefined) return remove(planned, change)
  if (planned.image === undefined && planned.temp !== null) {
    if (change.before.content === undefined && create(planned.temp, change)) return
    try {
      await replace(planned.temp, planned.target)
      return
    } catch (error) {
      if (!['EBUSY', 'EXDEV'].includes(systemCode(error) ?? '')) throw error
    }
    await saveImage(running, index, change)
  }
  await overwrite(planned, change, change.after)
}

/** Its second name is taken along, so what goes is known even if someone wrote it in this moment. */
function remove({ target, backup }: RecordedChange, { before }: FileChange): void {
  if (backup === undefined) return
  orMoved(before.path, () => renameFile(target, backup))
  if (stampOf(lstatSync(backup, { bigint: true })) !== before.content?.stamp) throw new FileMoved(before.path)
}

/** A file that someone else makes in this moment is not overwritten. False where the file system has no second names. */
function create(temp: string, { before }: FileChange): boolean {
  try {
    if (addName(temp, before.target) !== 'done') return false
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new FileMoved(before.path)
    throw error
  }
  unlinkIfThere(temp)
  return true
}

async function saveImage(running: Running, index: number, change: FileChange): Promise<void> {
  const { folder } = running.transaction
  addImage(running, index, change)
  const draft = rewriteDraft(running)
  renameFile(draftFile(folder), journalFile(folder))
  await settle([draft, ...openFolders([folder])])
}

/** Permissions are narrowed before a key comes in and widened only after one has gone. */
async function overwrite({ target, temp, backup }: RecordedChange, change: FileChange, content: string): Promise<void> {
  const mode = modeFor(change)
  const own = change.before.content?.mode ?? mode
  setMode(target, own, own & mode)
  await writeInPlace(target, content)
  setMode(target, own & mode, mode)
  for (const beside of [temp, backup]) if (beside != null) unlinkIfThere(beside)
}

function setMode(file: string, from: number, to: number): void {
  if (process.platform !== 'win32' && from !== to) chmodSync(file, to)
}

/** Nobody else wrote since: neither over the new file nor, with a handle that was open already, into the old one. */
function checkInstalled({ before, after }: FileChange, planned: RecordedChange | undefined): void {
  const { backup } = planned ?? {}
  const old = backup === undefined ? undefined : lstatSync(backup, { bigint: true, throwIfNoEntry: false })
  const intact = old === undefined || stampOf(old) === before.content?.stamp || contentOf(backup ?? '') === before.content?.text
  if (!intact || contentOf(before.target) !== after) throw new FileMoved(before.path)
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
