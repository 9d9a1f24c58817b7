import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Wall time of one process from start to end, in milliseconds. */
export function timeProcess(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const from = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  const taken = Number(process.hrtime.bigint() - from) / 1e6
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return taken
}

/** Largest memory of one process, in MiB: getrusage(2) asked at its end. */
export function peakMemory(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'sy-rss-'))
  const out = path.join(folder, 'rss')
  const hook = path.join(folder, 'hook.cjs')
  writeFileSync(hook, `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(out)},String(process.resourceUsage().maxRSS)))`)
  try {
    timeProcess(['-r', hook, ...args], env)
    return Number(readFileSync(out, 'utf8')) / 1024
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs several measurements in turn, so that a machine that slows down slows all of them, and gives the figures of each. */
export function inTurn<Name extends string>(
  rounds: number,
  work: Readonly<Record<Name, (round: number) => number>>,
): Record<Name, number[]> {
  const names = Object.keys(work) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const figure = work[name](round)
      if (round >= 0) figures[name].push(figure)
    }
  }
  return figures
}
