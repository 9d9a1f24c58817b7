import { lstatSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { systemCode } from '../problem'
import { readRecord, recordFile } from '../record'
import type { RecordedChange } from './change'
import { makeFolders, missingFolders, removeFolders, replace, settle, settleFolders, unlinkIfThere, writeInPlace, writeNew } from './disk'
import { textBefore } from './hunks'
import { draftFile, type Entry, entryFile, entryId, historyFolder, journalFile, readEntry, setJournalAside } from './journal'
import { hashOf } from './snapshot'

/** True when a transaction was interrupted, or is running in another process right now. */
export function needsRecovery(folder: string): boolean {
  return exists(journalFile(folder)) || exists(draftFile(folder))
}

/**
 * Ends what an interrupted transaction left: takes it back, or, when it had been committed, puts its journal into the history. Can be
 * interrupted itself at any point and called again. The caller holds the lock, so no transaction is running.
 * @returns what the user should know
 */
export async function recover(folder: string, stamp: string): Promise<readonly Problem[]> {
  unlinkIfThere(`${draftFile(folder)}.tmp`)
  const journal = readEntry(journalFile(folder))
  const problems: Problem[] = []
  if (journal === 'torn') problems.push(tornJournal(journalFile(folder), setJournalAside(folder, stamp)))
  else if (journal !== undefined && journal.seq <= readRecord(folder).seq) finishCommitted(folder, journal)
  else if (journal !== undefined) problems.push(...(await takeBack(folder, journal)))
  const draft = readEntry(draftFile(folder))
  if (draft === 'torn') unlinkIfThere(draftFile(folder))
  else if (draft !== undefined) await takeBack(folder, draft)
  return problems
}

function finishCommitted(folder: string, journal: Entry): void {
  for (const { temp, emptied } of journal.changes) {
    if (temp !== null) unlinkIfThere(temp)
    removeFolders(emptied)
  }
  makeFolders([...missingFolders(historyFolder(folder)), historyFolder(folder)])
  renameSync(journalFile(folder), entryFile(folder, journal.id))
}

/**
 * Makes every file of an uncommitted transaction what it was, and removes all that was laid beside it. The journal goes last: as long as it is
 * there, a further interruption is recovered in the same way.
 */
export async function takeBack(folder: string, entry: Entry): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const change of entry.changes.toReversed()) {
    if (exists(journalFile(folder))) problems.push(...(await restore(change)))
    if (change.temp !== null) unlinkIfThere(change.temp)
    unlinkIfThere(undoTemp(change))
    removeFolders(change.folders)
  }
  unlinkIfThere(`${recordFile(folder)}.${entryId(entry.seq)}.tmp`)
  unlinkIfThere(journalFile(folder))
  unlinkIfThere(draftFile(folder))
  return problems
}

const undoTemp = (change: RecordedChange): string =>
  change.temp === null
    ? path.join(path.dirname(change.target), `.${path.basename(change.target)}.switchyard-undo-tmp`)
    : `${change.temp}-undo`

async function restore(change: RecordedChange): Promise<readonly Problem[]> {
  const now = readIfThere(change.target)
  const hash = now === undefined ? null : hashOf(now)
  if (hash === change.before) return []
  if (change.image !== undefined && change.image !== null) {
    await writeInPlace(change.target, change.image)
    return []
  }
  if (change.temp !== null && exists(change.temp)) return []
  if (hash !== change.after) return [writtenByOthers(change.path)]
  if (change.before === null) {
    unlinkIfThere(change.target)
    return []
  }
  const before = textBefore(now ?? '', change.hunks)
  if (hashOf(before) !== change.before) return [writtenByOthers(change.path)]
  const temp = undoTemp(change)
  unlinkIfThere(temp)
  await settle([writeNew(temp, before, change.mode ?? 0o600)])
  await replace(temp, change.target)
  await settleFolders([path.dirname(change.target)])
  return []
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}

const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

const writtenByOthers = (file: string): Problem => ({
  code: 'changed-meanwhile',
  kind: 'internal',
  file,
  message: text(
    `An interrupted switch could not be taken back in ${file}: something else wrote it meanwhile.`,
    `被中断的切换无法在 ${file} 中撤回：期间有其他程序写入了该文件。`,
  ),
  hint: text('Look at the file, then switch again.', '请查看该文件，然后重新切换。'),
})

const tornJournal = (file: string, aside: string): Problem => ({
  code: 'journal-broken',
  kind: 'internal',
  file,
  message: text(
    `The journal of an interrupted switch is damaged. It was kept as ${aside}.`,
    `被中断的切换的日志已损坏，已另存为 ${aside}。`,
  ),
  hint: text('Check what is active, then switch again.', '请检查当前生效的配置，然后重新切换。'),
})
