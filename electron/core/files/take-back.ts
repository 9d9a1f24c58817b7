import { chmodSync, lstatSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { textsIn } from '../every-text'
import { systemCode } from '../problem'
import { recordFile } from '../record'
import { isSealed } from '../vault/seal'
import { locked } from '../vault/vault-problems'
import type { RecordedChange } from './change'
import { adopt, removeFolders, replace, settle, settleFolders, unlinkIfThere, writeInPlace, writeNew } from './disk'
import { fingerprint } from './fingerprint'
import { textAfter, textBefore, withoutHunks } from './hunks'
import { draftFile, type Entry, entryId, journalFile } from './journal'

export const recordTemp = (folder: string, seq: number): string => `${recordFile(folder)}.${entryId(seq)}.tmp`

/**
 * Makes every file of an uncommitted transaction what it was, and removes all that was laid beside it. The journal goes last: as long as it is
 * there, a further interruption is recovered in the same way. Where only a draft of the journal is there, no file was touched.
 * @returns files that could not be taken back because someone else wrote them
 */
export async function takeBack(folder: string, entry: Entry): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  const touched = exists(journalFile(folder))
  for (const change of entry.changes.toReversed()) {
    if (touched && !(await restore(change))) problems.push(writtenByOthers(change.path))
    if (change.backup !== undefined) unlinkIfThere(change.backup)
    if (change.temp !== null) unlinkIfThere(change.temp)
    unlinkIfThere(undoTemp(change))
  }
  if (touched) await settleFolders(entry.changes.map(({ target }) => path.dirname(target)).filter(exists))
  for (const change of entry.changes.toReversed()) removeFolders(change.folders)
  unlinkIfThere(recordTemp(folder, entry.seq))
  unlinkIfThere(`${draftFile(folder)}.tmp`)
  unlinkIfThere(journalFile(folder))
  unlinkIfThere(draftFile(folder))
  return problems
}

const undoTemp = ({ target, temp }: RecordedChange): string =>
  temp === null ? path.join(path.dirname(target), `.${path.basename(target)}.switchyard-undo-tmp`) : `${temp}-undo`

/** False when the file is neither what it was nor what we made it, and our lines cannot be told from those of others. */
async function restore(change: RecordedChange): Promise<boolean> {
  const now = readIfThere(change.target)
  if (change.image != null) return restoreInPlace(change, change.image, now)
  if (isInstalled(change, now)) return goBack(change, now)
  return true
}

/** Whether our text came to its place, whatever happened to it since. */
function isInstalled(change: RecordedChange, now: string | undefined): boolean {
  const hash = hashNow(now)
  if (change.after === null) return hash === null && change.before !== null
  if (hash === change.after) return true
  return hash !== change.before && !exists(change.temp ?? change.target)
}

async function goBack(change: RecordedChange, now: string | undefined): Promise<boolean> {
  const { target, backup } = change
  const ours = hashNow(now) === change.after
  if (ours || now === undefined) {
    if (change.before === null) {
      unlinkIfThere(target)
      return true
    }
    if (backup !== undefined && exists(backup)) {
      await replace(backup, target)
      return true
    }
  }
  if (!exists(path.dirname(target))) return false
  needTexts(change)
  const before = ours ? textBefore(now ?? '', change.hunks) : change.before === null ? undefined : withoutHunks(now ?? '', change.hunks)
  if (before === undefined || (ours && fingerprint(before) !== change.before)) return false
  if (before !== now) await rewrite(change, before, ours)
  return true
}

/** Only here are the old texts themselves needed: a locked vault must be unlocked first, and nothing is touched until then. */
function needTexts({ hunks, image }: RecordedChange): void {
  if (textsIn([hunks, image ?? null]).some(isSealed)) throw locked('passphrase')
}

/** The old file is gone, so a new one takes its place, with its owner and permissions. */
async function rewrite(change: RecordedChange, content: string, exact: boolean): Promise<void> {
  const temp = undoTemp(change)
  const stat = statSync(change.target, { throwIfNoEntry: false })
  const mode = (exact || stat === undefined ? change.mode : stat.mode & 0o7777) ?? 0o600
  const owner = exact || stat === undefined ? change.owner : stat
  unlinkIfThere(temp)
  const pending = writeNew(temp, content, mode & 0o700)
  if (owner !== undefined) adopt(temp, owner, mode)
  await settle([pending])
  await replace(temp, change.target)
}

async function restoreInPlace(change: RecordedChange, image: string, now: string | undefined): Promise<boolean> {
  if (now === undefined) return false
  needTexts(change)
  const torn = now !== image
  if (torn && !isMixture(Buffer.from(now), Buffer.from(textAfter(image, change.hunks)), Buffer.from(image))) return false
  if (torn) await writeInPlace(change.target, image)
  if (process.platform !== 'win32' && change.mode !== null && (statSync(change.target).mode & 0o7777) !== change.mode)
    chmodSync(change.target, change.mode)
  return true
}

/** A kill leaves the start of the new text before the rest of the old one; a kill while that is taken back, the start of the old one before that. */
function isMixture(now: Buffer, after: Buffer, before: Buffer): boolean {
  if (now.length < Math.min(after.length, before.length) || now.length > Math.max(after.length, before.length)) return false
  return now.every((byte, at) => byte === after[at] || byte === before[at])
}

const hashNow = (now: string | undefined): string | null => (now === undefined ? null : fingerprint(now))

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}

export const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

const writtenByOthers = (file: string): Problem => ({
  code: 'changed-meanwhile',
  kind: 'internal',
  file,
  message: text(
    `An interrupted switch could not be taken back in ${file}: something else wrote or removed it meanwhile.`,
    `被中断的切换无法在 ${file} 中撤回：期间有其他程序写入或删除了该文件。`,
  ),
  hint: text('Look at the file, then switch again.', '请查看该文件，然后重新切换。'),
})
