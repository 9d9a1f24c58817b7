import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { systemCode } from '../problem'
import { fingerprint } from './fingerprint'

/** Who holds a lock. */
export interface Holder {
  readonly token: string
  readonly pid: number
  /** Tells a process from a later one with the same id; empty where the system does not say. */
  readonly start: string
  /** Where the process id means something, as a fingerprint: the machine and, on Linux, the process namespace (a container has its own). */
  readonly host: string
}

/** What a lock says. Under 60 characters a link keeps its text in its own inode (ext4, XFS): made and removed in a tenth of the time. */
export const holderText = ({ token, pid, start, host }: Holder): string => `${token} ${pid} ${start || '-'} ${host}`

/** Undefined when the text is not that of a lock. */
export function holderIn(content: string): Holder | undefined {
  const [, token = '', pid = '', start = '', host = ''] = /^([0-9a-f]{16}) ([1-9]\d{0,9}) (\d+|-) ([0-9a-f]{16})$/.exec(content) ?? []
  return token === '' ? undefined : { token, pid: Number(pid), start: start === '-' ? '' : start, host }
}

/** A lock whose maker cannot be judged (another machine or container on a shared home) is taken over after this long, in milliseconds. */
const FOREIGN_AGE = 60_000

let own: Omit<Holder, 'token'> | undefined

/** Asked once: a process keeps these as long as it runs. */
export function thisProcess(): Omit<Holder, 'token'> {
  own ??= { pid: process.pid, start: stateOf(process.pid)?.start ?? '', host: here() }
  return own
}

/** True when the process that made a lock is known to have ended. `age` is that of the lock, in milliseconds. */
export function isGone(holder: Holder, age: number): boolean {
  if (holder.host !== thisProcess().host) return age > FOREIGN_AGE
  const state = stateOf(holder.pid)
  if (state === undefined) return !isAlive(holder.pid)
  return state.ended || (holder.start !== '' && state.start !== holder.start)
}

const here = (): string => fingerprint(`${hostname()} ${processNamespace()}`).slice(0, 16)

function processNamespace(): string {
  if (process.platform !== 'linux') return ''
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

/**
 * Start time in clock ticks since boot (field 22 of proc(5) stat) and whether the process has ended but was not yet collected by its parent (field 3).
 * Undefined where it cannot be told.
 */
function stateOf(pid: number): { readonly start: string; readonly ended: boolean } | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { start: fields[19] ?? '', ended: fields[0] === 'Z' || fields[0] === 'X' }
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return undefined
  }
}
