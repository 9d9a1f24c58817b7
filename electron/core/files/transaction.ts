import { randomBytes } from 'node:crypto'
import { chmodSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { rolledBack, systemCode } from '../problem'
import type { StateRecord } from '../record'
import { recordFile, serializeRecord } from '../record'
import type { FileChange, RecordedChange } from './change'
import {
  adopt,
  makeFolders,
  missingFolders,
  type Pending,
  removeFolders,
  replace,
  settle,
  settleFolders,
  unlinkIfThere,
  writeInPlace,
  writeNew,
} from './disk'
import { hunksBetween } from './hunks'
import { draftFile, type Entry, entryFile, entryId, historyFolder, journalFile } from './journal'
import { takeBack } from './recovery'
import { hashOf, stampOf } from './snapshot'
import { explainWrite } from './write-problem'

export interface Transaction {
  /** The data folder. */
  readonly folder: string
  readonly changes: readonly FileChange[]
  readonly entry: Omit<Entry, 'changes'>
  /** The record as it will be. */
  readonly record: StateRecord
  /** Reads the files again and throws when they do not say what they should. */
  readonly verify: () => void
}

/** A file was written by someone else between our reading and our writing: plan again. */
export class FileMoved extends Error {
  constructor(readonly file: string) {
    super(`${file} changed meanwhile`)
    this.name = 'FileMoved'
  }
}

/**
 * Writes all files of a transaction, or none. The order is what makes it hold:
 * draft of the journal, new texts beside their places, all durable; the draft becomes the journal; new texts move to their places; the record
 * moves to its place: that one rename is the commit; the journal becomes an entry of the history. A crash before the commit is taken back by
 * `recover`, a crash after it is complete already. The caller holds the lock.
 * @throws {FileMoved} when a file changed since it was read; nothing was changed
 * @throws {ProblemError} kind `refused` when nothing was changed, `rolled-back` when it was and has been taken back
 */
export async function commit(transaction: Transaction): Promise<Entry> {
  const { folder } = transaction
  makeFolders([...missingFolders(historyFolder(folder)), historyFolder(folder)])
  const entry: Entry = { ...transaction.entry, changes: transaction.changes.map(recorded) }
  const staged = await stage(transaction, entry)
  try {
    await install(transaction, staged)
  } catch (error) {
    await takeBackOrSay(folder, staged)
    throw error
  }
  return finish(folder, staged)
}

async function takeBackOrSay(folder: string, entry: Entry): Promise<void> {
  try {
    await takeBack(folder, entry)
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    throw rolledBack(
      'take-back-pending',
      text(
        `The switch failed and could not be taken back yet (${systemCode(error)}).`,
        `切换失败，且暂时无法撤回（${systemCode(error)}）。`,
      ),
      text(
        'Fix the disk, then start Switchyard again: it takes the switch back first.',
        '请修复磁盘问题后重新启动 Switchyard，它会先完成撤回。',
      ),
      { file: journalFile(folder) },
    )
  }
}

function recorded(change: FileChange): RecordedChange {
  const { target, content } = change.before
  const inPlace = change.after !== undefined && content !== undefined && content.links > 1
  const token = randomBytes(6).toString('hex')
  return {
    path: change.before.path,
    target,
    before: content?.hash ?? null,
    after: change.after === undefined ? null : hashOf(change.after),
    mode: content?.mode ?? null,
    hunks: hunksBetween(content?.text ?? '', change.after ?? ''),
    temp:
      change.after === undefined || inPlace ? null : path.join(path.dirname(target), `.${path.basename(target)}.${token}.switchyard-tmp`),
    folders: missingFolders(target),
    emptied: change.after === undefined ? change.ownFolders : [],
    ...(inPlace ? { image: content.text } : {}),
  }
}

export const recordTemp = (folder: string, seq: number): string => `${recordFile(folder)}.${entryId(seq)}.tmp`

/** Everything that needs space: afterwards only names change. */
async function stage(transaction: Transaction, entry: Entry): Promise<Entry> {
  const { folder } = transaction
  let at = draftFile(folder)
  let staged = entry
  const pending: Pending[] = []
  try {
    const draft = writeNew(at, JSON.stringify(entry), 0o600)
    pending.push(draft)
    for (const [index, change] of transaction.changes.entries()) {
      const planned = entry.changes[index]
      if (planned?.temp == null || change.after === undefined) continue
      at = planned.path
      makeFolders(planned.folders)
      const mode = modeFor(change)
      const temp = writeNew(planned.temp, change.after, mode)
      pending.push(temp)
      if (change.before.content !== undefined && !adopt(planned.temp, change.before.content, mode))
        staged = withImage(staged, index, change)
    }
    at = recordFile(folder)
    pending.push(writeNew(recordTemp(folder, entry.seq), serializeRecord(transaction.record), 0o600))
    await settle(pending.splice(0))
    if (staged !== entry) await rewriteDraft(folder, staged)
    at = draftFile(folder)
    renameSync(at, journalFile(folder))
    await settleFolders([folder])
    return staged
  } catch (error) {
    await settle(pending).catch((closing: unknown) => {
      if (systemCode(closing) === undefined) throw closing
    })
    await takeBack(folder, entry)
    throw explainWrite(error, at, 'refused')
  }
}

/** A text that must be written over the old one can be torn by a kill: the journal then needs the old text whole. */
function withImage(entry: Entry, index: number, change: FileChange): Entry {
  return {
    ...entry,
    changes: entry.changes.map((known, at) => (at === index ? { ...known, image: change.before.content?.text ?? null } : known)),
  }
}

async function rewriteDraft(folder: string, entry: Entry): Promise<void> {
  const temp = `${draftFile(folder)}.tmp`
  unlinkIfThere(temp)
  await settle([writeNew(temp, JSON.stringify(entry), 0o600)])
  renameSync(temp, draftFile(folder))
}

async function install(transaction: Transaction, staged: Entry): Promise<void> {
  const { folder } = transaction
  let journal = staged
  let at = folder
  try {
    for (const change of transaction.changes) checkUnmoved(change)
    for (const [index, change] of transaction.changes.entries()) {
      at = change.before.path
      journal = await installOne(folder, journal, index, change)
    }
    await settleFolders(transaction.changes.map(({ before }) => path.dirname(before.target)))
    transaction.verify()
    at = recordFile(folder)
    await replace(recordTemp(folder, staged.seq), at)
  } catch (error) {
    throw explainWrite(error, at, 'rolled-back')
  }
}

async function installOne(folder: string, journal: Entry, index: number, change: FileChange): Promise<Entry> {
  const planned = journal.changes[index]
  const { target } = change.before
  if (planned === undefined) return journal
  checkUnmoved(change)
  if (change.after === undefined) {
    unlinkIfThere(target)
    return journal
  }
  if (planned.image === undefined && planned.temp !== null) {
    try {
      await replace(planned.temp, target)
      return journal
    } catch (error) {
      if (!['EBUSY', 'EXDEV'].includes(systemCode(error) ?? '')) throw error
    }
  }
  const imaged = planned.image === undefined ? withImage(journal, index, change) : journal
  if (imaged !== journal) {
    await rewriteDraft(folder, imaged)
    renameSync(draftFile(folder), journalFile(folder))
    await settleFolders([folder])
  }
  await writeInPlace(target, change.after)
  const mode = modeFor(change)
  if (process.platform !== 'win32' && change.before.content?.mode !== mode) chmodSync(target, mode)
  if (planned.temp !== null) unlinkIfThere(planned.temp)
  return imaged
}

/** Keys are never readable by others; everything else keeps its permissions. */
const modeFor = ({ before, secret }: FileChange): number => {
  const mode = before.content?.mode ?? 0o600
  return secret ? mode & 0o700 : mode
}

function checkUnmoved({ before }: FileChange): void {
  const stat = statSync(before.target, { bigint: true, throwIfNoEntry: false })
  const stamp = stat === undefined ? undefined : stampOf(stat)
  if (stamp !== before.content?.stamp) throw new FileMoved(before.path)
}

/** The commit is done; what is left is order in the data folder, which `recover` would make as well. */
async function finish(folder: string, entry: Entry): Promise<Entry> {
  try {
    await settleFolders([folder])
    for (const { emptied } of entry.changes) removeFolders(emptied)
    renameSync(journalFile(folder), entryFile(folder, entry.id))
  } catch (error) {
    throw explainWrite(error, journalFile(folder), 'internal')
  }
  return entry
}
