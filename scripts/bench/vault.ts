import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type BenchHome, benchHome } from './homes'
import { inTurn } from './processes'
import { type Line, line, median } from './stats'

const CLI = path.resolve('out/cli/switchyard.js')
const UNLOCK = path.resolve('.cache/bench/unlock.cjs')

/** What sealed keys cost a command that needs one: protected by a file, and by a passphrase that is open until the log-out. */
export function benchVault(rounds: number): Line[] {
  const file = benchHome(10)
  const session = withSession(benchHome(10))
  try {
    // The first switch moves the keys in.
    for (const home of [file, session]) run(home, [CLI, 'use', 'first'])
    run(session, [CLI, 'vault', 'protect', 'passphrase'], 'a passphrase for the bench')
    run(session, [CLI, 'vault', 'unlock'], 'a passphrase for the bench')
    const unlock = (home: BenchHome) => {
      const clock: number[] = []
      const measure = () => {
        const taken = timeUnlock(home)
        clock.push(taken.clock)
        return taken.cpu
      }
      return { measure, clock }
    }
    const [byFile, bySession] = [unlock(file), unlock(session)]
    const figures = inTurn(rounds, { file: byFile.measure, session: bySession.measure })
    // Of CPU: it does nothing but compute, and a busy machine stretches the clock's time several times.
    const of = (clock: readonly number[]) => `CPU, code and node:crypto loaded cold; by the clock ${median(clock).toFixed(1)} ms`
    return [
      line('unlocking and reading a key adds to use, file', median(figures.file), 'ms', 15, of(byFile.clock)),
      line('the same, passphrase, unlocked until log-out', median(figures.session), 'ms', 15, of(bySession.clock)),
    ]
  } finally {
    for (const home of [file, session]) home.remove()
  }
}

/** Milliseconds in a process of its own: see unlock.ts. */
export const timeUnlock = (home: BenchHome): { readonly cpu: number; readonly clock: number } =>
  JSON.parse(run(home, [UNLOCK, path.join(home.home, 'data'), 'first']))

function withSession(home: BenchHome): BenchHome {
  const runtime = path.join(home.home, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  return { ...home, env: { ...home.env, XDG_RUNTIME_DIR: runtime, DBUS_SESSION_BUS_ADDRESS: '' } }
}

function run({ env }: BenchHome, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}
