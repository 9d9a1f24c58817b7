import { accessSync, constants, lstatSync } from 'node:fs'
import path from 'node:path'
import { systemCode } from '../problem'
import type { FileChange, RecordedChange } from './change'
import {
  addName,
  adopt,
  allDone,
  append,
  closeAll,
  flush,
  makeFolders,
  missingFolders,
  openFolders,
  type Pending,
  renameFile,
  startFlush,
  unlinkIfThere,
  writeFresh,
  writeNew,
} from './disk'
import { fingerprint } from './fingerprint'
import { draftFile, draftText, type Entry, entryLine, journalFile, journalSealer, journalText } from './journal'
import { FileMoved, modeFor, orMoved } from './moved'
import { stampOf } from './snapshot'
import { recordTemp, takeBack } from './take-back'
import type { Running, Transaction } from './transaction'
import { uniqueName } from './unique-name'
import { explainWrite } from './write-problem'

/**
 * Everything that needs space: afterwards only names change. The draft of the journal comes first, so that all that is laid beside the files is
 * known to `recover`. While the disk is busy with the new texts, what changed is worked out and appended; then the draft becomes the journal.
 */
export async function stage(transaction: Transaction): Promise<Running> {
  const { folder } = transaction
  const running: Running = {
    transaction,
    seal: journalSealer(transaction.record, transaction.entry, transaction.vault),
    entry: { ...transaction.entry, changes: transaction.changes.map(planned) },
  }
  const pending: Pending[] = []
  const step = { file: draftFile(folder) }
  let texts: Promise<void> | undefined
  try {
    const draft = writeFresh(step.file, draftText(transaction.record, running.entry, running.seal), 0o600)
    pending.push(draft)
    for (const [index, change] of transaction.changes.entries()) {
      step.file = change.before.path
      pending.push(...stageOne(running, index, change))
    }
    texts = startFlush(pending.filter((one) => one !== draft))
    running.entry = {
      ...running.entry,
      changes: running.entry.changes.map((change, index) => withHunks(change, transaction.changes[index])),
    }
    transaction.meanwhile()
    step.file = draft.file
    append(draft, entryLine(running.entry, running.seal))
    const record = stageRecord(running)
    pending.push(...record)
    renameFile(draft.file, journalFile(folder))
    const folders = openFolders([folder, ...running.entry.changes.flatMap((change) => change.folders.map((made) => path.dirname(made)))])
    pending.push(...folders)
    await allDone([texts, flush([...record, draft])])
    await flush(folders)
    return running
  } catch (error) {
    await texts?.catch(() => undefined)
    await takeBackQuietly(folder, running.entry)
    throw explainWrite(error, step.file, 'refused')
  } finally {
    closeAll(pending)
  }
}

/** The record waits as a second name of the journal, or as a copy where there are no second names. */
function stageRecord({ transaction, entry, seal }: Running): Pending[] {
  const { folder, record } = transaction
  const temp = recordTemp(folder, entry.seq)
  unlinkIfThere(temp)
  return addName(draftFile(folder), temp) === 'done' ? [] : [writeNew(temp, journalText(record, entry, seal), 0o600)]
}

/** Nothing of the user's was changed, so that first error is the one to tell; what lies about is known to `recover`. */
async function takeBackQuietly(folder: string, entry: Entry): Promise<void> {
  try {
    await takeBack(folder, entry)
  } catch (error) {
    if (systemCode(error) === undefined) throw error
  }
}

/** What is known before anything is written. */
function planned(change: FileChange): RecordedChange {
  const { target, content } = change.before
  const inPlace = change.after !== undefined && content !== undefined && content.links > 1
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${uniqueName()}`)
  return {
    path: change.before.path,
    target,
    before: content?.hash ?? null,
    after: change.after === undefined ? null : fingerprint(change.after),
    mode: content?.mode ?? null,
    hunks: [],
    temp: change.after === undefined || inPlace ? null : `${beside}.switchyard-tmp`,
    ...(content === undefined ? {} : { owner: { uid: content.uid, gid: content.gid } }),
    ...(content === undefined || inPlace ? {} : { backup: `${beside}.switchyard-old` }),
    folders: content === undefined ? missingFolders(target) : [],
    emptied: change.after === undefined ? change.ownFolders : [],
    ...(inPlace ? { image: content.text } : {}),
  }
}

const withHunks = (known: RecordedChange, change: FileChange | undefined): RecordedChange => ({
  ...known,
  hunks: change?.hunks() ?? [],
})

/** Lays the new text and a second name of the old file beside it; notes an image where the file must be written in place. */
function stageOne(running: Running, index: number, change: FileChange): Pending[] {
  const planned = running.entry.changes[index]
  if (planned?.temp == null || change.after === undefined) return []
  const { content } = change.before
  makeFolders(planned.folders)
  const mode = modeFor(change)
  const temp = writeTemp(planned.temp, change.after, mode, change)
  if (temp === undefined) addImage(running, index, change)
  if (temp === undefined || content === undefined) return temp === undefined ? [] : [temp]
  if (!adopt(planned.temp, content, mode)) {
    addImage(running, index, change)
    return [temp]
  }
  return [temp, ...keepOld(running, index, change)]
}

/** Undefined where the folder takes no new file but the file itself may be written. */
function writeTemp(temp: string, content: string, mode: number, { before }: FileChange): Pending | undefined {
  try {
    return writeNew(temp, content, mode)
  } catch (error) {
    if (before.content === undefined || !['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? '')) throw error
  }
  accessSync(before.target, constants.W_OK)
  return undefined
}

/**
 * Keeps the old file under a second name, which must be that of the very file that was read; a copy where the file system has no second names.
 * A file that is a mount of its own cannot be replaced.
 */
function keepOld(running: Running, index: number, change: FileChange): Pending[] {
  const { backup, target } = running.entry.changes[index] ?? {}
  const { content, path: file } = change.before
  if (backup === undefined || target === undefined || content === undefined) return []
  const answer = orMoved(file, () => addName(target, backup))
  if (answer === 'done' && stampOf(lstatSync(backup, { bigint: true })) !== content.stamp) throw new FileMoved(file)
  if (answer === 'elsewhere') addImage(running, index, change)
  if (answer !== 'unable') return []
  const copy = writeNew(backup, content.text, content.mode & 0o700)
  adopt(backup, content, content.mode)
  return [copy]
}

/** A text that is written over the old one can be torn by a kill: the journal then needs the old text whole. */
export function addImage(running: Running, index: number, change: FileChange): void {
  const image = change.before.content?.text ?? ''
  running.entry = { ...running.entry, changes: running.entry.changes.map((known, at) => (at === index ? { ...known, image } : known)) }
}

/** The new draft replaces the old one in one step; the caller makes it durable. */
export function rewriteDraft(running: Running): Pending {
  const { folder, record } = running.transaction
  const temp = `${draftFile(folder)}.tmp`
  unlinkIfThere(temp)
  const pending = writeNew(temp, journalText(record, running.entry, running.seal), 0o600)
  try {
    renameFile(temp, draftFile(folder))
    return pending
  } catch (error) {
    closeAll([pending])
    throw error
  }
}
