import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { ensureBuilt, openTerminal, program } from './terminal'

beforeAll(ensureBuilt, 60_000)

const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const CONFIG = '# mine\nmodel = "m"\n'

/** A home that an ordinary user owns, with a program that this user may read: root may do everything, so root cannot show a refusal. */
function ordinaryHome() {
  const home = mkdtempSync(path.join(tmpdir(), 'sy-ordinary-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  cpSync(path.dirname(program), path.join(home, 'program'), { recursive: true })
  mkdirSync(path.join(home, '.codex'))
  writeFileSync(path.join(home, '.codex/config.toml'), CONFIG)
  for (const name of ['', '.codex', '.codex/config.toml']) chownSync(path.join(home, name), NOBODY, NOBODY)
  chmodSync(home, 0o755)
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [path.join(home, 'program/switchyard.js'), ...args], {
      cwd: home,
      uid: NOBODY,
      gid: NOBODY,
      env: { HOME: home, PATH: path.dirname(process.execPath), LANG: 'C', RELAY_KEY: 'sk-ordinary-0123456789' },
      encoding: 'utf8',
    })
  expect(run('add', 'Work', '--url', 'https://relay.example', '--key-env', 'RELAY_KEY').status).toBe(0)
  return { run, config: path.join(home, '.codex/config.toml'), codex: path.join(home, '.codex') }
}

describe.runIf(isRoot)('an ordinary user', () => {
  it('is told which file cannot be read, and nothing is changed', () => {
    const { run, config, codex } = ordinaryHome()
    chmodSync(config, 0)
    const { status, stderr } = run('use', 'Work', '--tools', 'codex')
    expect(status).toBe(3)
    expect(stderr).toContain(`${config} cannot be read: permission denied`)
    expect(stderr).toContain('chmod u+rw')
    expect([readFileSync(config, 'utf8'), statSync(config).mode & 0o777, readdirSync(codex)]).toEqual([CONFIG, 0, ['config.toml']])
  })

  it('is told which file cannot be written, and nothing is changed', () => {
    const { run, config, codex } = ordinaryHome()
    chmodSync(config, 0o444)
    chownSync(config, 0, 0)
    chownSync(codex, 0, 0)
    chmodSync(codex, 0o755)
    const { status, stderr } = run('use', 'Work', '--tools', 'codex')
    expect(status).toBe(3)
    expect(stderr).toContain('cannot be written: permission denied')
    expect([readFileSync(config, 'utf8'), readdirSync(codex)]).toEqual([CONFIG, ['config.toml']])
  })
})

it('a read-only file system is named, and nothing is changed', async ({ skip }) => {
  const terminal = openTerminal()
  const codex = terminal.path('.codex')
  mkdirSync(codex)
  const mount = (...args: readonly string[]) => spawnSync('mount', args).status === 0
  if (!mount('-t', 'tmpfs', 'tmpfs', codex)) return skip('this machine lets no test mount a file system')
  onTestFinished(() => void execFileSync('umount', ['-l', codex]))
  writeFileSync(path.join(codex, 'config.toml'), CONFIG)
  expect(mount('-o', 'remount,ro', codex)).toBe(true)
  await terminal.add('Work')
  const { code, stderr } = await terminal.run(['use', 'Work'])
  expect(code).toBe(3)
  expect(stderr).toContain('read-only file system')
  expect(readFileSync(path.join(codex, 'config.toml'), 'utf8')).toBe(CONFIG)
  expect(readdirSync(terminal.home).filter((name) => name.startsWith('.c') && name !== '.config')).toEqual(['.codex'])
})
