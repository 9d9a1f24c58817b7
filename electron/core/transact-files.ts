import { statSync } from 'node:fs'
import type { FileDiff, SwitchPlan } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { fileDiffs } from './diff-text'
import { type FileChange, hunksFor } from './files/change'
import { fingerprint } from './files/fingerprint'
import { textBefore } from './files/hunks'
import { type Entry, entryId } from './files/journal'
import { readSnapshot } from './files/snapshot'
import type { Host } from './host'
import { refused, rolledBack } from './problem'
import { readRecord } from './record'
import type { Secrets } from './redact/mask-secrets'
import { type CommitEntry, type Intent, type Outcome, planOutdated, transactChanges } from './transact'

/** One file as it is to be. */
export interface FileWish {
  readonly path: string
  /** Undefined deletes the file. */
  readonly after: string | undefined
  /** Permission bits to set; absent keeps them. */
  readonly mode?: number
  readonly secret?: boolean
}

/** Changes of files that are not a switch: nothing in them is owned by Switchyard afterwards. */
export interface PlannedFiles {
  readonly changes: readonly FileChange[]
  readonly secrets: Secrets
}

/** Reads the files and leaves out those that are as wished already. */
export function planFiles(wishes: readonly FileWish[], secrets: Secrets): PlannedFiles {
  const changes = wishes.flatMap(({ path, after, mode, secret = false }): FileChange[] => {
    const before = readSnapshot(path)
    const sameMode = mode === undefined || before.content === undefined || before.content.mode === mode
    if (before.content?.text === after && sameMode) return []
    return [{ before, after, hunks: hunksFor(before, after), secret, ...(mode === undefined ? {} : { mode }), ownFolders: [] }]
  })
  return { changes, secrets }
}

/** The same as `tokenOf` for a switch: stands for the exact texts and permissions. */
export const filesToken = ({ changes }: PlannedFiles): string =>
  fingerprint(
    JSON.stringify(
      changes.map(({ before, after, mode }) => [
        before.target,
        before.content?.hash ?? null,
        after === undefined ? null : fingerprint(after),
        mode ?? null,
      ]),
    ),
  )

/** The plan as shells show it: one part, for no tool. */
export const showFiles = (planned: PlannedFiles): SwitchPlan => ({
  profileId: '',
  token: filesToken(planned),
  tools: [{ tool: '', files: diffsOf(planned), notices: [], conflicts: [] }],
})

const octal = (mode: number): string => mode.toString(8).padStart(4, '0')

function diffsOf({ changes, secrets }: PlannedFiles): FileDiff[] {
  const shown = changes.map(({ before, after, hunks }) => ({
    path: before.path,
    before: before.content?.hash ?? null,
    after: after === undefined ? null : fingerprint(after),
    hunks: hunks(),
  }))
  return fileDiffs(shown, secrets).map((diff, index) => {
    const mode = changes[index]?.mode
    const old = changes[index]?.before.content?.mode
    if (mode === undefined || old === undefined || old === mode) return diff
    return { ...diff, diff: `${diff.diff}old mode ${octal(old)}\nnew mode ${octal(mode)}\n` }
  })
}

/**
 * Writes files as one transaction of the same engine as a switch: locked, durable, all or nothing, an entry of the history that can be undone.
 * @throws {ProblemError} as `transact`
 */
export function transactFiles(host: Host, intent: Intent, plan: () => Promise<PlannedFiles>): Promise<Outcome> {
  return transactChanges(host, intent, async () => {
    const planned = await plan()
    if (intent.token !== undefined && intent.token !== filesToken(planned)) throw planOutdated()
    const record = readRecord(host)
    const next = { ...record, seq: record.seq + 1 }
    const entry: CommitEntry = {
      id: entryId(next.seq),
      seq: next.seq,
      tools: [],
      secrets: [...planned.secrets],
      records: {},
    }
    return {
      nothing: planned.changes.length === 0,
      changes: planned.changes,
      entry,
      record: next,
      notices: [],
      verify() {
        verifyFiles(planned)
        return []
      },
    }
  })
}

function verifyFiles({ changes }: PlannedFiles): void {
  for (const { before, after, mode } of changes) {
    const now = readSnapshot(before.path).content
    const bits = mode === undefined || process.platform === 'win32' ? true : (statSync(before.target).mode & 0o7777) === mode
    if (now?.text === after && bits) continue
    throw rolledBack(
      'not-in-effect',
      text(`${before.path} does not show the change after the write, so it was taken back.`, `写入后 ${before.path} 未呈现修改，已撤回。`),
      text('Something else writes the same file. Close it, then try again.', '有其他程序在写入同一文件。请关闭它后重试。'),
    )
  }
}

/** True for an entry that changed files without owning anything in them. */
export const isFilesEntry = (entry: Entry): boolean => Object.keys(entry.records).length === 0

/**
 * Decides how such an entry is undone: every file gets its text and its permissions of before.
 * @throws {ProblemError} `undo-conflict` when a file was changed since
 */
export function planFilesUndo(entry: Entry): PlannedFiles {
  const changes = entry.changes.map((change): FileChange => {
    const before = readSnapshot(change.path)
    if ((before.content?.hash ?? null) !== change.after) throw changedSince(change.path)
    const after = change.before === null ? undefined : textBefore(before.content?.text ?? '', change.hunks)
    const mode = change.mode === null ? {} : { mode: change.mode }
    return { before, after, hunks: hunksFor(before, after), secret: false, ...mode, ownFolders: change.folders }
  })
  return { changes, secrets: entry.secrets }
}

const changedSince = (file: string) =>
  refused(
    'undo-conflict',
    text(`${file} was changed since.`, `${file} 之后又被修改。`),
    text('Undo the later change first, or take this one back by hand.', '请先撤销之后的修改，或手动改回。'),
    { file },
  )
