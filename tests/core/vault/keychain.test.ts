import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'sy-keychain-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const has = (program: string): boolean => spawnSync('which', [program]).status === 0
const must = process.env.SWITCHYARD_TEST_KEYRING === '1'
const isThere = must || (process.platform === 'linux' && ['dbus-run-session', 'gnome-keyring-daemon', 'secret-tool'].every(has))

const root = path.resolve(import.meta.dirname, '../../..')
const script = path.join(root, 'node_modules', '.cache', 'switchyard-keychain-steps.cjs')
buildSync({
  entryPoints: [path.join(import.meta.dirname, 'keychain-steps.ts')],
  outfile: script,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['@napi-rs/keyring'],
  supported: { 'dynamic-import': false },
  logLevel: 'error',
})
afterAll(() => rmSync(script, { force: true }))

interface Result {
  readonly steps: readonly string[]
}

/** Runs steps as a process of its own; in a session with an unlocked keyring, a locked one, or on a bus of one's own. */
function run(home: string, steps: readonly string[], keyring: 'open' | 'locked' | undefined, env: Record<string, string> = {}): Result {
  const node = `"${process.execPath}" "${script}" ${steps.join(' ')}`
  const unlock = 'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
  const start = 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1'
  const line = keyring === undefined ? node : `${keyring === 'open' ? unlock : start}; ${node}`
  const [command, args] = keyring === undefined ? ['sh', ['-c', line]] : ['dbus-run-session', ['--', 'sh', '-c', line]]
  const out = execFileSync(command, args as string[], {
    env: { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home, LANG: 'C', ...env },
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Result
}

const newHome = () => mkdtempSync(path.join(folder, 'home-'))
const vaultOf = (home: string) =>
  JSON.parse(readFileSync(path.join(home, '.config/Switchyard/vault.json'), 'utf8')) as { generations: { protection: string }[] }

describe.runIf(isThere)('a real keyring', () => {
  it('protects the vault where one answers, for a second process too, and leaves no key file', () => {
    const home = newHome()
    expect(run(home, ['add', 'use'], 'open').steps).toEqual(['done', 'done'])
    expect(vaultOf(home).generations.map(({ protection }) => protection)).toEqual(['keychain'])
    expect(existsSync(path.join(home, '.config/Switchyard/vault.key'))).toBe(false)
    expect(run(home, ['reveal', 'rotate', 'reveal'], 'open').steps).toEqual(['ok', 'done', 'ok'])
    expect(run(home, ['reveal', 'file', 'reveal'], 'open').steps).toEqual(['ok', 'done', 'ok'])
    expect(run(home, ['reveal'], undefined).steps).toEqual(['ok'])
    expect(run(home, ['keychain'], 'open').steps).toEqual(['done'])
    expect(existsSync(path.join(home, '.config/Switchyard/vault.key'))).toBe(false)
    expect(run(home, ['reveal'], 'open').steps).toEqual(['ok'])
  }, 120_000)

  it('that is locked or gone refuses with words, and what needs no key works', () => {
    const home = newHome()
    run(home, ['add', 'use'], 'open')
    expect(run(home, ['list', 'status', 'reveal', 'use'], 'locked').steps).toEqual([
      'ok',
      'in-sync',
      'keychain-unavailable',
      'keychain-unavailable',
    ])
    expect(run(home, ['list', 'status', 'reveal'], undefined).steps).toEqual(['ok', 'in-sync', 'keychain-unavailable'])
  }, 120_000)

  it('that is locked at the first use gives way to a file, unless it is pinned', () => {
    const home = newHome()
    expect(run(home, ['add', 'reveal'], 'locked').steps).toEqual(['done', 'ok'])
    expect(vaultOf(home).generations.map(({ protection }) => protection)).toEqual(['file'])
    const pinned = newHome()
    expect(run(pinned, ['add'], 'locked', { SWITCHYARD_VAULT: 'keychain' }).steps).toEqual(['keychain-unavailable'])
    expect(existsSync(path.join(pinned, '.config/Switchyard/vault.json'))).toBe(false)
  }, 120_000)
})

it.runIf(process.platform === 'linux')(
  'a session bus that never answers holds nobody up for long',
  async () => {
    const home = newHome()
    const socket = path.join(folder, 'mute.sock')
    const program = `require('net').createServer(() => {}).listen(${JSON.stringify(socket)})`
    const { spawn } = await import('node:child_process')
    const mute = spawn(process.execPath, ['-e', program])
    try {
      while (!existsSync(socket)) await new Promise((wake) => setTimeout(wake, 20))
      expect(run(home, ['add', 'reveal'], undefined, { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` }).steps).toEqual(['done', 'ok'])
      expect(vaultOf(home).generations.map(({ protection }) => protection)).toEqual(['file'])
    } finally {
      mute.kill()
    }
  },
  60_000,
)
