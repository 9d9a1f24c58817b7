import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { withLock } from '../../../electron/core/files/lock'
import { type Holder, holderText, thisProcess } from '../../../electron/core/files/lock-holder'

const work = mkdtempSync(path.join(tmpdir(), 'sy-lock-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** A process that takes a lock, says so, and holds it until its standard input ends. */
const holderFile = path.join(work, 'holder.cjs')
buildSync({
  stdin: {
    contents: `import { withLock } from './lock'
      void withLock(process.argv[2], async () => {
        process.stdout.write('held')
        await new Promise((done) => process.stdin.on('end', done).resume())
      })`,
    resolveDir: path.join(import.meta.dirname, '../../../electron/core/files'),
    loader: 'ts',
  },
  outfile: holderFile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
})

async function holdElsewhere(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holderFile, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((held) => child.stdout?.once('data', held))
  return child
}

const ended = (child: ChildProcess) => new Promise((done) => child.once('exit', done))

let count = 0
function newLock(): string {
  const folder = path.join(work, String(count++))
  mkdirSync(folder)
  return path.join(folder, 'lock')
}

const token = '0123456789abcdef'
const put = (file: string, holder: Partial<Holder>) => symlinkSync(holderText({ token, ...thisProcess(), ...holder }), file)

async function timed(lock: string, patience?: number): Promise<number> {
  const started = performance.now()
  await withLock(lock, async () => undefined, patience === undefined ? {} : { patience })
  return performance.now() - started
}

describe('a lock', () => {
  it('is gone when the work is done, also when that failed', async () => {
    const lock = newLock()
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(lock, async () => existsSync(path.dirname(lock)) && readdirSync(path.dirname(lock)))).toEqual(['lock'])
    expect(readdirSync(path.dirname(lock))).toEqual([])
  })

  it('lets one after the other in', async () => {
    const lock = newLock()
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 20 }, () =>
        withLock(lock, async () => {
          most = Math.max(most, ++inside)
          await new Promise((wake) => setTimeout(wake, 2))
          inside--
        }),
      ),
    )
    expect(most).toBe(1)
  })

  it('of a killed process is taken over at once', async () => {
    const lock = newLock()
    const child = await holdElsewhere(lock)
    child.kill('SIGKILL')
    await ended(child)
    expect(existsSync(path.dirname(lock)) && readlinkSync(lock)).toContain(` ${child.pid} `)
    expect(await timed(lock)).toBeLessThan(300)
    expect(readdirSync(path.dirname(lock))).toEqual([])
  })

  it.runIf(process.platform === 'linux')('of a killed process that its parent never collected is taken over at once', async () => {
    const lock = newLock()
    const parent = spawn('sh', ['-c', 'sleep 20 > /dev/null & echo $!; exec sleep 20'], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void parent.kill('SIGKILL'))
    const pid = await new Promise<number>((told) => parent.stdout?.once('data', (out: Buffer) => told(Number.parseInt(out.toString(), 10))))
    put(lock, { pid, start: startOf(pid) })
    // A shell would still collect it; what takes the shell's place does not.
    await vi.waitFor(() => expect(readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n'))
    process.kill(pid, 'SIGKILL')
    await new Promise((wake) => setTimeout(wake, 50))
    expect(() => process.kill(pid, 0)).not.toThrow()
    expect(await timed(lock)).toBeLessThan(300)
  })

  it('of a living process is waited for', async () => {
    const lock = newLock()
    const child = await holdElsewhere(lock)
    const waiting = timed(lock)
    setTimeout(() => child.stdin?.end(), 250)
    expect(await waiting).toBeGreaterThan(200)
  })

  it('of a living process that keeps it is refused with words, and so is that of a stopped one', async () => {
    const lock = newLock()
    const child = await holdElsewhere(lock)
    await expect(timed(lock, 100)).rejects.toMatchObject({ problem: { code: 'busy', kind: 'refused' } })
    child.kill('SIGSTOP')
    await expect(timed(lock, 300)).rejects.toMatchObject({ problem: { code: 'busy' } })
    child.kill('SIGCONT')
    child.stdin?.end()
    expect(await timed(lock)).toBeLessThan(3000)
  })

  it.runIf(process.platform === 'linux')('of a process whose id belongs to another one now is taken over at once', async () => {
    const lock = newLock()
    put(lock, { start: '1' })
    expect(await timed(lock)).toBeLessThan(300)
  })

  it('of another machine or container is waited for, and taken over only when it is old', async () => {
    const lock = newLock()
    put(lock, { host: '0123456789abcdef', pid: 4_000_000 })
    await expect(timed(lock, 100)).rejects.toMatchObject({ problem: { code: 'busy' } })
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000)
    expect(await timed(lock, 100)).toBeLessThan(300)
  })

  it.each(['', '0123456789abcdef', 'null', '0123456789abcdef 0 1 0123456789abcdef'])(
    'that says %j is taken over when it is not just being made',
    async (content) => {
      const lock = newLock()
      writeFileSync(lock, content)
      await expect(timed(lock, 50)).rejects.toMatchObject({ problem: { code: 'busy' } })
      utimesSync(lock, new Date(), new Date(Date.now() - 5000))
      expect(await timed(lock, 50)).toBeLessThan(300)
      expect(readdirSync(path.dirname(lock))).toEqual([])
    },
  )

  it.runIf(process.platform === 'linux')('is short enough to be kept in the inode of its link', async () => {
    const lock = newLock()
    const content = await withLock(lock, async () => readlinkSync(lock))
    expect(content.length - String(process.pid).length + '4194304'.length).toBeLessThan(60)
  })

  it('of the future is no obstacle: the clock may have gone backwards', async () => {
    const lock = newLock()
    writeFileSync(lock, '')
    utimesSync(lock, new Date(Date.now() + 3_600_000), new Date(Date.now() + 3_600_000))
    expect(await timed(lock, 50)).toBeLessThan(300)
  })

  it('is waited for by a clock that nobody can set', async () => {
    const lock = newLock()
    await holdElsewhere(lock)
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now - 3_600_000)
    await expect(timed(lock, 100)).rejects.toMatchObject({ problem: { code: 'busy' } })
  })

  it('that is a folder is refused with words', async () => {
    const lock = newLock()
    mkdirSync(lock)
    await expect(timed(lock, 50)).rejects.toMatchObject({ problem: { code: 'lock-blocked', kind: 'refused', file: lock } })
  })

  it('of a dead process is taken over by one of many takers at a time, and a dead taker is no obstacle', async () => {
    const lock = newLock()
    put(lock, { start: '1' })
    symlinkSync(holderText({ ...thisProcess(), start: '1', token: 'fedcba9876543210' }), `${lock}.${token}`)
    const children = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const child = spawn(process.execPath, [holderFile, lock], { stdio: ['ignore', 'pipe', 'inherit'] })
        return ended(child)
      }),
    )
    expect(children).toEqual(Array(6).fill(0))
    expect(readdirSync(path.dirname(lock))).toEqual([])
  })
})

/** Field 22 of proc(5) stat. */
function startOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
