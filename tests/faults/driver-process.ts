import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll } from 'vitest'
import type { Fault } from './injector'
import type { Operation } from './operations'
import { fastFolder } from './slot'

export interface DriverRun {
  /** Per operation `done` or the code of its problem; undefined when the process was killed. */
  readonly results?: readonly string[]
  readonly calls: readonly string[]
  readonly signal: NodeJS.Signals | null
}

export interface DriverTask {
  readonly operations: readonly Operation[]
  readonly fault?: Fault
  /** A second fault, below the first. */
  readonly also?: Fault
}

export interface Driver {
  start(home: string, task: DriverTask): { readonly child: ChildProcess; readonly ended: Promise<DriverRun> }
  run(home: string, task: DriverTask): Promise<DriverRun>
}

/** Bundles the core with the driver once for a test file. */
export function buildDriver(): Driver {
  const folder = mkdtempSync(path.join(fastFolder(), 'sy-driver-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'driver.cjs')
  buildSync({
    entryPoints: [path.join(import.meta.dirname, 'driver.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['@napi-rs/keyring'],
    logLevel: 'error',
  })
  const start = (home: string, task: DriverTask) => {
    const child = spawn(process.execPath, [file, JSON.stringify(task)], {
      env: { HOME: home, PATH: '', LANG: 'C' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<DriverRun>((resolve, reject) => {
      let out = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        out += chunk.toString()
      })
      child.on('error', reject)
      child.on('close', (code, signal) => {
        if (signal === null && code !== 0) reject(new Error(`the driver ended with ${code}`))
        else resolve(signal === null ? { ...(JSON.parse(out) as Pick<DriverRun, 'results' | 'calls'>), signal } : { calls: [], signal })
      })
    })
    return { child, ended }
  }
  return { start, run: (home, task) => start(home, task).ended }
}
