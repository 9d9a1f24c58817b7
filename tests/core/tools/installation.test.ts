import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { candidates, findInstallation } from '../../../electron/core/tools/installation'
import type { Place } from '../../../electron/core/tools/tool'
import { olderThan } from '../../../electron/core/tools/version'

const claude = { name: 'claude', npmPackage: '@anthropic-ai/claude-code' }
let home: string
const place = (...folders: string[]): Place => ({
  platform: 'linux',
  home: join(home, 'user'),
  env: { PATH: folders.map((folder) => (folder.startsWith('/') ? folder : join(home, folder))).join(':') },
})
const file = (path: string, content: string, mode = 0o644) => {
  const full = join(home, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, content)
  chmodSync(full, mode)
  return full
}
const command = (path: string) => file(path, '#!/bin/sh\n', 0o755)
const link = (from: string, to: string) => {
  mkdirSync(dirname(join(home, from)), { recursive: true })
  symlinkSync(to, join(home, from))
}
const manifest = (path: string, name: string, version: unknown) => file(path, JSON.stringify({ name, version }))

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'installation-'))
})
afterEach(() => rmSync(home, { recursive: true }))

describe('an installed tool', () => {
  it('is found behind the link that npm makes, with the version of its package', () => {
    command('lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe')
    manifest('lib/node_modules/@anthropic-ai/claude-code/package.json', '@anthropic-ai/claude-code', '2.1.330')
    manifest('lib/package.json', 'somebody-else', '9.9.9')
    link('bin/claude', '../lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe')
    expect(findInstallation(claude, place('none', 'bin'))).toEqual({ path: join(home, 'bin/claude'), version: '2.1.330' })
  })
  it('is found beside a shim that is no link, as on Windows', () => {
    command('npm/claude')
    manifest('npm/node_modules/@anthropic-ai/claude-code/package.json', '@anthropic-ai/claude-code', '2.0.77')
    expect(findInstallation(claude, place('npm'))?.version).toBe('2.0.77')
  })
  it('tells its version by its path', () => {
    command('user/.local/share/claude/versions/2.1.330')
    link('user/.local/bin/claude', '../share/claude/versions/2.1.330')
    expect(findInstallation(claude, place())).toEqual({ path: join(home, 'user/.local/bin/claude'), version: '2.1.330' })
    command('Cellar/gemini-cli/0.61.0/bin/gemini')
    link('brew/gemini', '../Cellar/gemini-cli/0.61.0/bin/gemini')
    expect(findInstallation({ name: 'gemini', npmPackage: '@google/gemini-cli' }, place('brew'))?.version).toBe('0.61.0')
  })
  it("does not take another program's version for its own", () => {
    command('.nvm/versions/node/v20.11.0/bin/claude')
    file('.nvm/versions/node/v20.11.0/bin/package.json', '{ broken')
    manifest('.nvm/package.json', '@anthropic-ai/claude-code', 5)
    expect(findInstallation(claude, place('.nvm/versions/node/v20.11.0/bin'))).toEqual({
      path: join(home, '.nvm/versions/node/v20.11.0/bin/claude'),
    })
  })
  it('is the first on the PATH that can be run', () => {
    file('a/claude', 'not executable')
    mkdirSync(join(home, 'b/claude'), { recursive: true })
    link('c/claude', 'gone')
    link('d/claude', 'claude')
    file('e', 'a file where a folder should be')
    command('f/claude')
    command('g/claude')
    expect(findInstallation(claude, place('a', 'b', 'c', 'd', 'e', 'f', 'g'))?.path).toBe(join(home, 'f/claude'))
  })
  it('is null when it is nowhere', () => {
    expect(findInstallation({ name: 'no-such-tool', npmPackage: 'x' }, place('bin'))).toBeNull()
    expect(findInstallation({ name: 'no-such-tool', npmPackage: 'x' }, { platform: 'linux', home, env: {} })).toBeNull()
  })
})

describe('the places looked at', () => {
  it('follow PATH and PATHEXT on Windows, whatever the case of their names', () => {
    const windows: Place = {
      platform: 'win32',
      home: 'C:\\Users\\ada',
      env: { Path: '"C:\\a b";relative;;D:\\x', PathExt: '.EXE;.CMD', AppData: 'C:\\Users\\ada\\AppData\\Roaming' },
    }
    expect([...candidates(claude, windows)].slice(0, 6)).toEqual([
      'C:\\a b\\claude.exe',
      'C:\\a b\\claude.cmd',
      'D:\\x\\claude.exe',
      'D:\\x\\claude.cmd',
      'C:\\Users\\ada\\AppData\\Roaming\\npm\\claude.exe',
      'C:\\Users\\ada\\AppData\\Roaming\\npm\\claude.cmd',
    ])
  })
  it('leave out relative entries of PATH', () => {
    expect([...candidates(claude, { platform: 'linux', home: '/h', env: { PATH: '.::bin:/opt/bin' } })][0]).toBe('/opt/bin/claude')
  })
})

describe('a version', () => {
  it.each([
    ['0.62.9', '0.63', true],
    ['0.63.0', '0.63', false],
    ['0.63.0-alpha.1', '0.63', false],
    ['0.9.9', '0.63', true],
    ['1.0.0', '0.63', false],
    ['v0.41.2', '0.52', true],
    ['0.169.0', '0.63.1', false],
    [undefined, '0.63', false],
    ['nightly', '0.63', false],
  ])('%s is older than %s: %s', (version, than, older) => expect(olderThan(version, than)).toBe(older))
})
