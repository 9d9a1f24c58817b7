import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'

/** What happens at the n-th mutating call (counted from 1) below a folder. */
export interface Fault {
  /** `fail` hits one call, `fail-from` every call from that one on; `stop-before` suspends the process until it is told to go on. */
  readonly mode: 'count' | 'stop-before' | 'kill-before' | 'kill-in-the-middle' | 'fail' | 'fail-from'
  readonly at: number
  /** System error code of a failure. `ENOSPC` hits only calls that may need space. */
  readonly code?: string
  /** Regular expression: only calls whose description matches it are counted. */
  readonly only?: string
  /** Regular expression: counting starts with the first call whose description matches it. */
  readonly from?: string
}

export interface Injected {
  /** Every counted call so far: function and path below the folder. */
  readonly calls: readonly string[]
  remove(): void
}

type Patchable = Record<string, (...args: never[]) => unknown>
type Call = (...args: unknown[]) => unknown

const NEED_SPACE = new Set(['openSync', 'writeSync', 'mkdirSync', 'symlinkSync', 'linkSync', 'fsync', 'fsyncSync'])
const BY_PATH: Readonly<Record<string, number>> = {
  mkdirSync: 0,
  rmdirSync: 0,
  unlinkSync: 0,
  chmodSync: 0,
  chownSync: 0,
  symlinkSync: 1,
  linkSync: 1,
  renameSync: 1,
}

/** File systems give space in blocks. */
const blocks = (bytes: number): number => Math.ceil(bytes / 4096)

/** Only space that a file has not yet can be missing, and what is there cannot be missing when it is removed. */
function canHappen(name: string, code: string | undefined, grows: boolean): boolean {
  if (code === 'ENOSPC') return NEED_SPACE.has(name) && grows
  return code !== 'ENOENT' || !['unlink', 'unlinkSync', 'rmdirSync'].includes(name)
}

/**
 * Patches every function of node:fs by which the core changes files. A kill is a real SIGKILL: before the call; or in its middle, which for a
 * write is after half of its bytes and for any other call right after it. A failing write has written half of its bytes too.
 */
export function inject(root: string, fault: Fault): Injected {
  const target = fs as unknown as Patchable
  const original = { ...target } as unknown as Record<string, Call>
  const only = fault.only === undefined ? undefined : new RegExp(fault.only)
  const calls: string[] = []
  let started = fault.from === undefined
  const files = new Map<number, string>()
  const grown = new Set<number>()
  const isBelow = (file: unknown): file is string => typeof file === 'string' && (file === root || file.startsWith(`${root}/`))

  const strike = (name: string, file: string, run: () => unknown, half: () => unknown = run, grows = true) => {
    const label = `${name} ${path.relative(root, file)}`
    if (only !== undefined && !only.test(label)) return run()
    started ||= new RegExp(fault.from ?? '').test(label)
    if (!started) return run()
    calls.push(label)
    const now = calls.length
    if (fault.mode === 'stop-before' && now === fault.at) process.kill(process.pid, 'SIGSTOP')
    if (fault.mode === 'kill-before' && now === fault.at) process.kill(process.pid, 'SIGKILL')
    if (fault.mode === 'kill-in-the-middle' && now === fault.at) {
      try {
        half()
      } finally {
        process.kill(process.pid, 'SIGKILL')
      }
    }
    const hit = fault.mode === 'fail' ? now === fault.at : fault.mode === 'fail-from' && now >= fault.at
    if (!hit || !canHappen(name, fault.code, grows)) return run()
    if (half !== run) half()
    throw Object.assign(new Error(`${fault.code}: injected, ${label}`), { code: fault.code })
  }

  const patch: Record<string, Call> = {
    openSync: (file, flags, ...rest) => {
      const open = () => {
        const fd = original.openSync?.(file, flags, ...rest) as number
        if (isBelow(file)) files.set(fd, file)
        return fd
      }
      const writes = typeof flags === 'string' && flags !== 'r'
      return writes && isBelow(file) ? strike('openSync', file, open, open, !flags.startsWith('r')) : open()
    },
    closeSync: (fd) => {
      files.delete(fd as number)
      grown.delete(fd as number)
      return original.closeSync?.(fd)
    },
    writeSync: (fd, bytes, offset, length, position) => {
      const file = files.get(fd as number)
      const run = () => original.writeSync?.(fd, bytes, offset, length, position)
      if (file === undefined) return run()
      const half = () =>
        original.writeSync?.(fd, bytes, offset ?? 0, Math.floor(((length as number) ?? (bytes as Buffer).length) / 2), position)
      const end = Number(position ?? 0) + Number(length ?? (bytes as Buffer).length)
      const grows = blocks(end) > blocks(fs.fstatSync(fd as number).size)
      if (grows) grown.add(fd as number)
      return strike('writeSync', file, run, half, grows)
    },
    ftruncateSync: (fd, length) => {
      const file = files.get(fd as number)
      const run = () => original.ftruncateSync?.(fd, length)
      return file === undefined ? run() : strike('ftruncateSync', file, run)
    },
    fsync: (fd, done) => {
      const file = files.get(fd as number)
      const run = () => original.fsync?.(fd, done)
      if (file === undefined) return run()
      try {
        return strike('fsync', file, run, run, grown.has(fd as number))
      } catch (error) {
        setImmediate(done as (error: unknown) => void, error)
      }
    },
    fsyncSync: (fd) => {
      const file = files.get(fd as number)
      const run = () => original.fsyncSync?.(fd)
      return file === undefined ? run() : strike('fsyncSync', file, run, run, grown.has(fd as number))
    },
  }
  patch.unlink = (file, done) => {
    const run = () => original.unlink?.(file, done)
    if (!isBelow(file)) return run()
    try {
      return strike('unlink', file, run, () => original.unlinkSync?.(file))
    } catch (error) {
      setImmediate(done as (error: unknown) => void, error)
    }
  }
  for (const [name, index] of Object.entries(BY_PATH)) {
    patch[name] = (...args) => {
      const run = () => original[name]?.(...args)
      const file = args[index]
      return isBelow(file) ? strike(name, file, run) : run()
    }
  }
  Object.assign(target, patch)
  syncBuiltinESMExports()
  return {
    calls,
    remove: () => {
      for (const name of Object.keys(patch)) target[name] = original[name] as Patchable[string]
      syncBuiltinESMExports()
    },
  }
}
