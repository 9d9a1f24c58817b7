import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { refused, systemCode } from '../problem'
import { makeFolders, missingFolders, unlinkIfThere } from './disk'
import { type Holder, holderIn, holderText, isGone, thisProcess } from './lock-holder'
import { uniqueName } from './unique-name'
import { explainWrite } from './write-problem'

export interface LockOptions {
  /** How long to wait for a living holder, in milliseconds. */
  readonly patience?: number
}

/** Milliseconds of a clock that nobody sets. Not `performance`, whose module is loaded at its first use. */
const monotonic = (): number => Number(process.hrtime.bigint() / 1_000_000n)

/** A lock that says nothing sensible is a crash of its maker only after this long, in milliseconds: Windows cannot make a file with content in one step. */
const EMPTY_AGE = 2_000
/** How often the removal of our own lock is tried. */
const RELEASE_ATTEMPTS = 3

/** Locks that this process gave up but could not remove: it must not wait for itself. */
const abandoned = new Set<string>()

/**
 * Runs `work` while no other process of Switchyard runs under the same lock. A holder that was killed is recognised by its process being gone,
 * not by the age of the lock, so a suspended machine or a stopped process loses no lock.
 * @throws {ProblemError} `busy` when a living holder does not let go in time; a `write-problem` when no lock can be made
 */
export async function withLock<T>(file: string, work: () => Promise<T>, { patience = 10_000 }: LockOptions = {}): Promise<T> {
  const mine = { ...thisProcess(), token: uniqueName(16) }
  try {
    makeFolders(missingFolders(file))
    await acquire(file, mine, monotonic() + patience)
  } catch (error) {
    throw explainWrite(error, file, 'refused')
  }
  let result: T
  try {
    result = await work()
  } catch (error) {
    release(file, mine)
    throw error
  }
  const failure = release(file, mine)
  if (failure !== undefined) throw notRemoved(file, failure)
  return result
}

async function acquire(file: string, mine: Holder, deadline: number): Promise<void> {
  for (let pause = 2; ; pause = Math.min(pause * 1.6, 60)) {
    if (tryCreate(file, mine)) return
    const found = readHolder(file)
    if (found === 'gone') continue
    if (found === 'unreadable' ? ageOf(file) > EMPTY_AGE : abandoned.has(found.token) || isGone(found, ageOf(file))) {
      if (await takeOver(file, found, mine, deadline)) return
      continue
    }
    if (monotonic() > deadline) throw busy(file, found)
    await new Promise((wake) => setTimeout(wake, pause * (0.5 + Math.random())))
  }
}

/**
 * Only who holds the lock named after the dead holder's token may replace the dead lock, so two takers cannot remove each other's. That second lock
 * becomes the lock itself in one step: a taker that is killed leaves one dead lock, not two.
 */
async function takeOver(file: string, dead: Holder | 'unreadable', mine: Holder, deadline: number): Promise<boolean> {
  const guard = `${file}.${dead === 'unreadable' ? dead : dead.token}`
  await acquire(guard, mine, deadline)
  const now = readHolder(file)
  const same =
    typeof now === 'object' && typeof dead === 'object'
      ? now.token === dead.token
      : now === 'unreadable' && now === dead && ageOf(file) > EMPTY_AGE
  if (!same) {
    unlinkIfThere(guard)
    return false
  }
  renameSync(guard, file)
  sweepGuards(file)
  return true
}

/** Under the lock every second lock is left over: it may only be used against a holder that is gone already. */
function sweepGuards(file: string): void {
  for (const name of readdirSync(path.dirname(file))) {
    if (name.startsWith(`${path.basename(file)}.`)) unlinkIfThere(path.join(path.dirname(file), name))
  }
}

/** Returns the system's error code when the lock could not be removed. */
function release(file: string, mine: Holder): string | undefined {
  let failure: string | undefined
  for (let attempt = 1; attempt <= RELEASE_ATTEMPTS; attempt++) {
    try {
      if (readRaw(file) === holderText(mine)) unlinkSync(file)
      return undefined
    } catch (error) {
      failure = systemCode(error)
      if (failure === undefined) throw error
    }
  }
  abandoned.add(mine.token)
  return failure
}

/** What a file system says that has no symbolic links. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']

function tryCreate(file: string, mine: Holder): boolean {
  const content = holderText(mine)
  try {
    if (process.platform === 'win32' || !makeLink(content, file)) makeFile(content, file)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

/** A link to nowhere has its content from the first moment on. */
function makeLink(content: string, file: string): boolean {
  try {
    symlinkSync(content, file)
    return true
  } catch (error) {
    if (!NO_LINKS.includes(systemCode(error) ?? '')) throw error
    return false
  }
}

function makeFile(content: string, file: string): void {
  const fd = openSync(file, 'wx', 0o600)
  try {
    writeSync(fd, content)
  } catch (error) {
    unlinkIfThere(file)
    throw error
  } finally {
    closeSync(fd)
  }
}

function readHolder(file: string): Holder | 'gone' | 'unreadable' {
  const content = readRaw(file)
  return content === undefined ? 'gone' : (holderIn(content) ?? 'unreadable')
}

function readRaw(file: string): string | undefined {
  try {
    return readlinkSync(file)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    if (systemCode(error) !== 'EINVAL' && process.platform !== 'win32') throw error
  }
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    if (systemCode(error) === 'EISDIR') throw notALock(file)
    throw error
  }
}

/** In milliseconds; a lock from the future is as old as it is far away, for the clock may have gone backwards. */
function ageOf(file: string): number {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  return stat === undefined ? 0 : Math.abs(Date.now() - stat.mtimeMs)
}

const busy = (file: string, holder: Holder | 'unreadable') => {
  const pid = holder === 'unreadable' ? '?' : holder.pid
  return refused(
    'busy',
    text(`Another Switchyard (process ${pid}) is changing files right now.`, `另一个 Switchyard（进程 ${pid}）正在修改文件。`),
    text(
      `Wait until it is done, then try again. If process ${pid} is not a Switchyard, remove ${file}.`,
      `请等待其完成后重试。如果进程 ${pid} 不是 Switchyard，请删除 ${file}。`,
    ),
    { file },
  )
}

const notALock = (file: string) =>
  refused(
    'lock-blocked',
    text(`A folder stands where Switchyard keeps its lock: ${file}.`, `Switchyard 的锁文件位置被一个文件夹占用：${file}。`),
    text('Move it away, then try again.', '请将其移走，然后重试。'),
    { file },
  )

const notRemoved = (file: string, code: string) =>
  new ProblemError({
    code: 'lock-left',
    kind: 'internal',
    file,
    message: text(
      `All changes were made, but the lock ${file} could not be removed (${code}).`,
      `所有更改均已完成，但无法删除锁文件 ${file}（${code}）。`,
    ),
    hint: text('Check the disk. The lock blocks nobody once Switchyard has ended.', '请检查磁盘。Switchyard 退出后该锁不会阻塞任何操作。'),
  })
