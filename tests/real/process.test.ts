import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { runProcess } from './process'

const options = { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' }, timeoutMs: 1_000 }

/** A program whose grandchild, in a group of its own, prints its pid and would live for a minute. */
const spawner = `
  const { spawn } = require('node:child_process')
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'inherit' })
  console.log(child.pid)
  setInterval(() => {}, 1000)
`

test('a program over its time limit is killed with all that it started', async () => {
  const run = await runProcess(process.execPath, ['-e', spawner], options)
  expect(run).toMatchObject({ code: null, timedOut: true })
  expect(run.ms).toBeLessThan(5_000)
  const pid = Number(run.stdout)
  expect(pid).toBeGreaterThan(0)
  await expect.poll(() => isAlive(pid)).toBe(false)
})

test('output and exit code come back', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(3)'
  const run = await runProcess(process.execPath, ['-e', script], options)
  expect(run).toMatchObject({ stdout: 'out\n', stderr: 'err\n', code: 3, timedOut: false })
})

/** A zombie is dead; who reaps it, and when, is not ours to say. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}
