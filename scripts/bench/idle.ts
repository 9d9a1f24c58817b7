import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { benchHome } from './homes'
import { type Line, line } from './stats'

const SECONDS = 30
/** V8 tidies its heap once, about eight seconds after a start, whatever the program does. */
const SETTLED = 12

/** How often an app that nobody touches wakes up: voluntary context switches of its main thread (proc(5)), which a timer or poll would cause. */
export async function benchIdle(): Promise<Line[]> {
  if (process.platform !== 'linux') return []
  const home = benchHome(10)
  const child = spawn(process.execPath, [path.resolve('out/cli/switchyard.js'), 'serve', '--json'], {
    env: home.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await new Promise((wake) => setTimeout(wake, SETTLED * 1000))
    const before = wakeUps(child.pid)
    await new Promise((wake) => setTimeout(wake, SECONDS * 1000))
    return [
      line(`wake-ups of an idle app in ${SECONDS} s`, wakeUps(child.pid) - before, 'wake-ups', 5, 'main thread of the local web shell'),
    ]
  } finally {
    child.kill()
    home.remove()
  }
}

function wakeUps(pid: number | undefined): number {
  const tasks = `/proc/${pid}/task`
  const main = readdirSync(tasks).find((task) => task === String(pid)) ?? ''
  return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(`${tasks}/${main}/status`, 'utf8'))?.[1] ?? 0)
}
