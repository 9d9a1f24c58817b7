import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { DataFolder } from '../host'
import { refused, systemCode } from '../problem'
import { readRecord, recordFile } from '../record'
import { makeFolders, missingFolders, removeFolders, renameFile, settleFolders, unlinkIfThere } from './disk'
import { draftFile, type Entry, entryFile, historyFolder, journalFile, readJournal, setJournalAside } from './journal'
import { redo } from './redo'
import { exists, takeBack } from './take-back'

/** True when a transaction was interrupted, or is running in another process right now. */
export function needsRecovery(folder: string): boolean {
  return exists(journalFile(folder)) || exists(draftFile(folder))
}

/**
 * Ends what an interrupted transaction left: takes it back, or, when it had been committed, puts its journal into the history. Can be
 * interrupted itself at any point and called again. The caller holds the lock, so no transaction is running.
 * @returns what the user should know
 * @throws {ProblemError} when it cannot be ended yet; everything is left as it is for the next try
 */
export async function recover(data: DataFolder, stamp: string): Promise<readonly Problem[]> {
  try {
    return await endInterrupted(data, stamp)
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw pending(data.dataFolder, code)
  }
}

async function endInterrupted(data: DataFolder, stamp: string): Promise<readonly Problem[]> {
  const { dataFolder: folder, vault } = data
  const problems: Problem[] = []
  const journal = readJournal(journalFile(folder), vault)
  if (journal === 'torn') problems.push(tornJournal(journalFile(folder), setJournalAside(folder, stamp)))
  else if (journal !== undefined && journal.seq <= readRecord(data).seq) await finishCommitted(folder, journal)
  else if (journal !== undefined) problems.push(...(await takeBack(folder, journal)))
  const draft = readJournal(draftFile(folder), vault)
  if (draft !== undefined && draft !== 'torn') await takeBack(folder, draft)
  sweep(folder)
  return problems
}

async function finishCommitted(folder: string, journal: Entry): Promise<void> {
  await redo(journal.changes)
  await settleFolders([folder])
  for (const { temp, backup, emptied } of journal.changes) {
    for (const beside of [temp, backup]) if (beside != null) unlinkIfThere(beside)
    removeFolders(emptied)
  }
  makeFolders([...missingFolders(historyFolder(folder)), historyFolder(folder)])
  renameFile(journalFile(folder), entryFile(folder, journal.id))
}

/** A draft that is not whole, and what it had stood for in the data folder: nothing else was made yet. */
function sweep(folder: string): void {
  const record = path.basename(recordFile(folder))
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${record}.`) && name.endsWith('.tmp')) unlinkIfThere(path.join(folder, name))
  }
  unlinkIfThere(`${draftFile(folder)}.tmp`)
  unlinkIfThere(draftFile(folder))
}

const pending = (folder: string, code: string) =>
  refused(
    'recovery-pending',
    text(
      `An interrupted switch could not be taken back yet (${code}). Nothing else is changed before that.`,
      `被中断的切换暂时无法撤回（${code}）。在此之前不会更改其他内容。`,
    ),
    text('Make the disk and the files writable again, then try again.', '请恢复磁盘和文件的可写状态，然后重试。'),
    { file: journalFile(folder) },
  )

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
