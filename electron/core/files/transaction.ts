import path from 'node:path'
import type { Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { rolledBack, systemCode } from '../problem'
import type { StateRecord } from '../record'
import type { TextSealer } from '../vault/record-texts'
import type { Vault } from '../vault/vault'
import type { FileChange } from './change'
import { makeFolders, missingFolders, removeFolders, renameFile, settleFolders, unlinkAll } from './disk'
import { install } from './install'
import { type Entry, entryFile, historyFolder, journalFile } from './journal'
import { stage } from './stage'
import { takeBack } from './take-back'
import { explainWrite } from './write-problem'

export interface Transaction {
  /** The data folder. */
  readonly folder: string
  /** What seals the journal's keys. */
  readonly vault: Vault
  readonly changes: readonly FileChange[]
  readonly entry: Omit<Entry, 'changes'>
  /** The record as it will be. */
  readonly record: StateRecord
  /** Called while the disk is busy with the new texts, before any file is touched. */
  readonly meanwhile: () => void
  /** Called when every file was read back and holds its new text: throws when those do not say what they should. */
  readonly verify: () => void
}

/** A transaction under way: its journal may gain images as it goes. */
export interface Running {
  readonly transaction: Transaction
  readonly seal: TextSealer
  entry: Entry
}

/**
 * Writes all files of a transaction, or none. The order is what makes it hold:
 * journal, new texts beside their places, second names for the old files, all durable; new texts move to their places; everything is read back; the
 * record moves to its place: that one rename is the commit; all of these names are made durable; the old files' second names go; the journal becomes
 * an entry of the history. A crash before the commit is taken back by `recover`; after it, `recover` moves what a power loss kept from its place.
 * Whatever needs space is done before the first file changes, and going back needs none. The caller holds the lock.
 * @returns the entry that stands in the history, and what could not be put in order after the commit; the transaction stands
 * @throws {FileMoved} when a file changed since it was read; nothing is changed
 * @throws {ProblemError} kind `refused` when nothing was changed, `rolled-back` when it was and has been taken back
 */
export async function commit(transaction: Transaction): Promise<{ readonly entry: Entry; readonly left: Problem | undefined }> {
  const { folder } = transaction
  const running = await prepared(transaction)
  try {
    await install(running)
  } catch (error) {
    const [left] = await takeBackOrSay(folder, running.entry)
    if (left !== undefined) throw new ProblemError({ ...left, kind: 'rolled-back' })
    throw error
  }
  return { entry: running.entry, left: await finish(folder, running.entry) }
}

async function prepared(transaction: Transaction): Promise<Running> {
  try {
    makeFolders(missingFolders(path.join(historyFolder(transaction.folder), 'entry')))
  } catch (error) {
    throw explainWrite(error, historyFolder(transaction.folder), 'refused')
  }
  return stage(transaction)
}

async function takeBackOrSay(folder: string, entry: Entry): Promise<readonly Problem[]> {
  try {
    return await takeBack(folder, entry)
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw rolledBack(
      'take-back-pending',
      text(`The switch failed and could not be taken back yet (${code}).`, `切换失败，且暂时无法撤回（${code}）。`),
      text(
        'Fix the disk, then start Switchyard again: it takes the switch back first.',
        '请修复磁盘问题后重新启动 Switchyard，它会先完成撤回。',
      ),
      { file: journalFile(folder) },
    )
  }
}

/** The commit is done; what is left is order, which `recover` would make as well. */
async function finish(folder: string, entry: Entry): Promise<Problem | undefined> {
  try {
    await settleFolders([folder, ...entry.changes.map(({ target }) => path.dirname(target))])
    await unlinkAll(entry.changes.flatMap(({ backup }) => backup ?? []))
    for (const { emptied } of entry.changes) removeFolders(emptied)
    renameFile(journalFile(folder), entryFile(folder, entry.id))
    return undefined
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    return untidy(folder, code)
  }
}

/** Something after the commit failed. */
export const untidy = (file: string, code: string): Problem => ({
  code: 'untidy',
  kind: 'internal',
  file,
  message: text(
    `The switch is done, but ${file} could not be put in order afterwards (${code}).`,
    `切换已完成，但之后无法整理 ${file}（${code}）。`,
  ),
  hint: text('Check the disk. The next start of Switchyard puts it in order.', '请检查磁盘。下次启动 Switchyard 时会自动整理。'),
})
