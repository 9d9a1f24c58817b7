import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bareSource, hookSource } from './desktop-hook'

/** What one start of an Electron app told. */
export interface DesktopRun {
  /** From the start of the process to a first screen that can be used. Milliseconds. */
  readonly readyMs: number
  /** What the script in the page answered. */
  readonly said: unknown
  /** What the main process did for the page, in order; milliseconds of its own time. */
  readonly answered: readonly { readonly method: string; readonly ms: number }[]
  /** Memory of all its processes, shared pages counted in parts (PSS, proc(5)). MiB; 0 where it was not asked for. */
  readonly memory: number
}

/** The bare app and the hook, in a folder of their own. */
export interface Stage {
  readonly bare: string
  run(app: string, env: NodeJS.ProcessEnv, wish?: { readonly script?: string; readonly settle?: number }): Promise<DesktopRun>
  remove(): void
}

/** Why the desktop cannot be measured here, or null. */
export function whyNoDesktop(): string | null {
  if (process.platform !== 'linux') return 'the memory of processes is read from /proc'
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'no display; run it under xvfb-run'
  return existsSync(electronPath()) ? null : 'no Electron; set ELECTRON_OVERRIDE_DIST_PATH'
}

function electronPath(): string {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override !== undefined) return path.join(override, 'electron')
  const folder = path.dirname(createRequire(path.resolve('package.json')).resolve('electron/package.json'))
  return path.join(folder, 'dist/electron')
}

export function setStage(): Stage {
  const folder = mkdtempSync(path.join(tmpdir(), 'sy-desktop-'))
  const bare = path.join(folder, 'bare')
  mkdirSync(bare)
  writeFileSync(path.join(folder, 'hook.cjs'), hookSource)
  writeFileSync(path.join(bare, 'package.json'), '{"name":"bare","main":"main.js"}')
  writeFileSync(path.join(bare, 'main.js'), bareSource)
  writeFileSync(path.join(bare, 'index.html'), '<!doctype html><meta charset="utf-8"><title>Bare</title><h1>Bare</h1><button>One</button>')
  return {
    bare,
    run: (app, env, wish) => runOnce(folder, app, env, wish),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

async function runOnce(folder: string, app: string, env: NodeJS.ProcessEnv, { script = '', settle = 0 } = {}): Promise<DesktopRun> {
  const out = path.join(folder, 'out.json')
  rmSync(out, { force: true })
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...root, '-r', path.join(folder, 'hook.cjs'), app]
  const child = spawn(electronPath(), args, {
    env: { ...env, BENCH_BEGAN: String(Date.now()), BENCH_OUT: out, BENCH_SCRIPT: script },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  try {
    const until = Date.now() + 60_000
    while (!existsSync(out)) {
      if (Date.now() > until || child.exitCode !== null) throw new Error(`${app} showed no screen`)
      await pause(20)
    }
    if (settle > 0) await pause(settle)
    const told = JSON.parse(readFileSync(out, 'utf8')) as Omit<DesktopRun, 'memory'>
    return { ...told, memory: settle > 0 ? memoryOf(child.pid ?? 0) : 0 }
  } finally {
    child.kill()
    await ended
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Of a process and all that it started, in MiB. */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined
    if (parent !== undefined) parents.set(Number(name), parent)
  }
  const belongs = (each: number): boolean => each === pid || (parents.has(each) && belongs(parents.get(each) ?? 0))
  const kilobytes = [...parents.keys()].filter(belongs).map((each) => pssOf(each))
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}

/** The fourth field of /proc/pid/stat, behind the name in brackets; undefined for a process that has just ended. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return undefined
  }
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
