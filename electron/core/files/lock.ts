import { randomBytes } from 'node:crypto'
import { closeSync, lstatSync, mkdirSync, openSync, readFileSync, readlinkSync, symlinkSync, unlinkSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { refused, systemCode } from '../problem'

/** Who holds a lock. `start` tells a process from a later one with the same id. */
interface Holder {
  readonly token: string
  readonly pid: number
  readonly start: string
  readonly host: string
}

export interface LockOptions {
  /** How long to wait for a living holder, in milliseconds. */
  readonly patience?: number
}

/** A lock whose maker cannot be judged (another host on a shared home) is taken over after this long, in milliseconds. */
const FOREIGN_AGE = 60_000
/** Windows cannot make a link with content in one step: a lock file without content is a crash only after this long, in milliseconds. */
const EMPTY_AGE = 2_000

/**
 * Runs `work` while no other process of Switchyard runs under the same lock. A holder that was killed is recognised by its process being gone,
 * not by the age of the lock, so a suspended machine loses no lock.
 * @throws {ProblemError} `busy` when a living holder does not let go in time
 */
export async function withLock<T>(file: string, work: () => Promise<T>, { patience = 10_000 }: LockOptions = {}): Promise<T> {
  const mine: Holder = { token: randomBytes(8).toString('hex'), pid: process.pid, start: processStart(process.pid) ?? '', host: hostname() }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  await acquire(file, mine, Date.now() + patience)
  try {
    return await work()
  } finally {
    release(file, mine)
  }
}

async function acquire(file: string, mine: Holder, deadline: number): Promise<void> {
  for (let pause = 2; ; pause = Math.min(pause * 1.6, 60)) {
    if (tryCreate(file, mine)) return
    const found = readHolder(file)
    if (found === undefined) continue
    if (isDead(found, file)) {
      await takeOver(file, found, mine, deadline)
      continue
    }
    if (Date.now() > deadline) throw busy(found)
    await new Promise((wake) => setTimeout(wake, pause * (0.5 + Math.random())))
  }
}

/** Only who holds the lock named after the dead holder's token may remove the dead lock, so two takers cannot remove each other's. */
async function takeOver(file: string, dead: Holder, mine: Holder, deadline: number): Promise<void> {
  const guard = `${file}.${dead.token}`
  await acquire(guard, mine, deadline)
  try {
    if (readHolder(file)?.token === dead.token) unlinkSync(file)
  } finally {
    release(guard, mine)
  }
}

function release(file: string, mine: Holder): void {
  if (readHolder(file)?.token === mine.token) unlinkSync(file)
}

function tryCreate(file: string, mine: Holder): boolean {
  const content = JSON.stringify(mine)
  try {
    if (process.platform !== 'win32') {
      symlinkSync(content, file)
      return true
    }
    const fd = openSync(file, 'wx', 0o600)
    try {
      writeSync(fd, content)
    } finally {
      closeSync(fd)
    }
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Undefined when the lock is gone. A lock that says nothing sensible counts as held by nobody known. */
function readHolder(file: string): Holder | undefined {
  const content = readRaw(file)
  if (content === undefined) return undefined
  try {
    const value: unknown = JSON.parse(content)
    if (isHolder(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { token: 'unreadable', pid: 0, start: '', host: '' }
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
    throw error
  }
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'start' in value &&
  'host' in value

function isDead(holder: Holder, file: string): boolean {
  if (holder.pid === 0) return ageOf(file) > EMPTY_AGE
  if (holder.host !== hostname()) return ageOf(file) > FOREIGN_AGE
  const start = processStart(holder.pid)
  if (start !== undefined && holder.start !== '') return start !== holder.start
  return !isAlive(holder.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

/** Start time of a process in clock ticks since boot (Linux), or undefined where it cannot be told: field 22 of proc(5) stat. */
function processStart(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ESRCH') return undefined
    throw error
  }
}

function ageOf(file: string): number {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  return stat === undefined ? 0 : Math.abs(Date.now() - stat.mtimeMs)
}

const busy = (holder: Holder) =>
  refused(
    'busy',
    text(
      `Another Switchyard (process ${holder.pid}) is changing files right now.`,
      `另一个 Switchyard（进程 ${holder.pid}）正在修改文件。`,
    ),
    text('Wait until it is done, then try again.', '请等待其完成后重试。'),
  )
