import path from 'node:path'
import type { HistoryEntry, Notice, Problem, SwitchReport, ToolStatus, ValueChange } from '../../shared/model/switch'
import { type LocalText, text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'
import { changedFile } from './diff-text'
import type { FileChange } from './files/change'
import { ENTRY_VERSION, type Entry, entryId } from './files/journal'
import { withLock } from './files/lock'
import { FileMoved } from './files/moved'
import { needsRecovery, recover } from './files/recovery'
import { commit, untidy } from './files/transaction'
import { pruneAfter } from './history'
import type { Host } from './host'
import { writeLauncher } from './launcher'
import { asksCommand, changesOf, noticesOf, type Planned, secretsOf, tokenOf } from './planned'
import { refused, systemCode } from './problem'
import type { StateRecord } from './record'
import { switchedStatus } from './status'
import { verifyLive } from './verify-live'

/** How often a transaction is planned again because a tool wrote its own file meanwhile. */
const ATTEMPTS = 6
/** How long to wait before planning again, in milliseconds; doubled each time. */
const PAUSE = 4

export const lockFile = (folder: string): string => path.join(folder, 'lock')

/** Why files are changed, and under which conditions. */
export interface Intent {
  readonly action: HistoryEntry['action']
  readonly title: LocalText
  readonly profileId?: string
  readonly undoes?: string
  readonly overwriteChanged?: boolean
  /** Refuses when the plan is no longer the one that the user saw. */
  readonly token?: string
  /** What happens to a profile's active key along with the files. */
  readonly key?: Entry['key']
  /**
   * Done when the files say what they should, before the commit, and also when no file had to change. When it throws, the files are taken back. What
   * it did is not: see key-in-step.ts for who takes it back after a kill between it and the commit.
   */
  readonly alongside?: () => void
  /** Entries of the history that are kept. */
  readonly historyLimit: number
}

/** What a transaction did; `status` of the tools that it wrote, as read back. */
export type Outcome = SwitchReport

/**
 * Lock, read, plan, write durably, read back and verify, record: all or nothing. `plan` is called again when a tool wrote its file meanwhile.
 * @throws {ProblemError} `changed-by-hand` when values of ours were changed and may not be overwritten; `plan-outdated`; `file-busy`; what
 *   `plan` and `commit` throw
 */
export async function transact(host: Host, intent: Intent, plan: () => Promise<Planned>): Promise<Outcome> {
  return transactChanges(host, intent, async () => {
    const planned = await plan()
    if (intent.token !== undefined && intent.token !== tokenOf(planned)) throw planOutdated()
    const conflicts = planned.tools.flatMap((tool) => tool.conflicts)
    if (conflicts.length > 0 && !intent.overwriteChanged) throw changedByHand(conflicts)
    if (planned.tools.some(asksCommand)) writeLauncher(host)
    return undertakingOf(intent, planned)
  })
}

/** The part of an entry that depends on the plan. */
export type CommitEntry = Pick<Entry, 'id' | 'seq' | 'tools' | 'secrets' | 'records'>

/** A transaction, decided and ready to be carried out. */
export interface Undertaking {
  /** True when everything is as it should be already. */
  readonly nothing: boolean
  readonly changes: readonly FileChange[]
  readonly entry: CommitEntry
  readonly record: StateRecord
  readonly profileId?: string
  readonly notices: readonly Notice[]
  /** Checks the new texts, before any file is touched. */
  readonly check?: () => void
  /** Throws when the files do not say what they should, and tells the status of the tools that were written. */
  readonly verify: () => readonly ToolStatus[]
}

/** What every transaction does, whatever it changes: lock, recover, plan, and plan again when somebody wrote meanwhile. */
export async function transactChanges(host: Host, intent: Intent, plan: () => Promise<Undertaking>): Promise<Outcome> {
  return withLock(lockFile(host.dataFolder), async () => {
    await recoverUnderLock(host)
    for (let attempt = 1; ; attempt++) {
      const undertaking = await plan()
      host.met?.(undertaking.entry.secrets)
      try {
        return await carryOut(host, intent, undertaking)
      } catch (error) {
        if (!(error instanceof FileMoved)) throw error
        if (attempt === ATTEMPTS) throw keepsChanging(error.file)
        await new Promise((wake) => setTimeout(wake, PAUSE * 2 ** attempt * Math.random()))
      }
    }
  })
}

/**
 * Ends an interrupted transaction before anything is decided. What the user must know of it is told as a refusal: the next try finds order.
 * @throws {ProblemError} what `recover` says or throws
 */
export async function endInterrupted(host: Host): Promise<void> {
  if (needsRecovery(host.dataFolder)) await withLock(lockFile(host.dataFolder), () => recoverUnderLock(host))
}

async function recoverUnderLock(host: Host): Promise<void> {
  if (!needsRecovery(host.dataFolder)) return
  const [problem] = await recover(host, host.now().toISOString().replace(/[:.]/g, '-'))
  if (problem !== undefined) throw new ProblemError({ ...problem, kind: 'refused' })
}

function undertakingOf(intent: Intent, { tools, record, next }: Planned): Undertaking {
  const changes = tools.flatMap(changesOf)
  return {
    nothing: changes.length === 0 && JSON.stringify(record.tools) === JSON.stringify(next.tools),
    changes,
    record: next,
    profileId: intent.profileId,
    notices: tools.flatMap(noticesOf),
    entry: {
      id: entryId(next.seq),
      seq: next.seq,
      tools: tools.map(({ adapter }) => adapter.descriptor.id),
      secrets: [...new Set(tools.flatMap(secretsOf))],
      records: Object.fromEntries(tools.map(({ key }) => [key, { before: record.tools[key] ?? null, after: next.tools[key] ?? null }])),
    },
    check: () => {
      for (const { files } of tools) for (const file of files) file.written()
    },
    verify: () => tools.filter(({ target }) => target !== null).map((tool) => switchedStatus(tool, verifyLive(tool), next.tools[tool.key])),
  }
}

async function carryOut(host: Host, intent: Intent, undertaking: Undertaking): Promise<Outcome> {
  const { profileId, changes, record, notices } = undertaking
  if (undertaking.nothing) {
    intent.alongside?.()
    return { profileId, files: [], notices, status: [] }
  }
  let status: readonly ToolStatus[] = []
  const { entry, left } = await commit({
    folder: host.dataFolder,
    vault: host.vault,
    changes,
    record,
    entry: {
      version: ENTRY_VERSION,
      ...undertaking.entry,
      at: host.now().toISOString(),
      shell: host.shell,
      action: intent.action,
      title: intent.title,
      ...(intent.undoes === undefined ? {} : { undoes: intent.undoes }),
      ...(intent.key === undefined ? {} : { key: intent.key }),
    },
    meanwhile: () => undertaking.check?.(),
    verify() {
      status = undertaking.verify()
      intent.alongside?.()
    },
  })
  const untidied = left ?? prune(host, record.seq, intent.historyLimit)
  return {
    historyId: entry.id,
    profileId,
    files: entry.changes.map(changedFile),
    notices: untidied === undefined ? notices : [...notices, noticeOf(untidied)],
    status,
  }
}

function prune(host: Host, seq: number, limit: number): Problem | undefined {
  try {
    pruneAfter(host.dataFolder, seq, limit)
    return undefined
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    return untidy(host.dataFolder, code)
  }
}

const noticeOf = ({ code, message, hint }: Problem): Notice => ({
  id: code,
  severity: 'warn',
  message,
  ...(hint === undefined ? {} : { cure: hint }),
})

const changedByHand = (conflicts: readonly ValueChange[]) => {
  const file = conflicts[0]?.file
  const names = conflicts.map(({ setting }) => setting).join(', ')
  return refused(
    'changed-by-hand',
    text(`${names} in ${file} was changed by hand since Switchyard wrote it.`, `${file} 中的 ${names} 在 Switchyard 写入后被手动修改。`),
    text('Adopt the change into the profile, or overwrite it (--force).', '请将修改采纳到配置中，或覆盖它（--force）。'),
    { file },
  )
}

export const planOutdated = () =>
  refused(
    'plan-outdated',
    text('The files changed since you saw the diff.', '自您查看差异以来，文件已被更改。'),
    text('Look at the new diff, then switch.', '请查看新的差异后再切换。'),
  )

const keepsChanging = (file: string) =>
  refused(
    'file-busy',
    text(`${file} keeps being rewritten by another program.`, `${file} 不断被其他程序改写。`),
    text('Close the tool that writes it, then try again.', '请关闭正在写入该文件的工具，然后重试。'),
    { file },
  )
