import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Place } from '../../electron/core/tools/tool'
import { applyLoginItem, autostartEntry, autostartPath, launchCommand, wasStartedAtLogin } from '../../electron/main/login-item'
import type { FakeElectron } from '../support/fake-electron'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'switchyard-login-'))
})
afterEach(() => rmSync(home, { recursive: true }))
const linux = (env: Place['env'] = {}): Place => ({ platform: 'linux', home, env })

describe('the login item on Linux', () => {
  it('is a desktop entry that comes and goes with the setting', () => {
    applyLoginItem(true, linux())
    const file = join(home, '.config', 'autostart', 'switchyard.desktop')
    expect(readFileSync(file, 'utf8')).toContain(`Exec="${process.execPath}" "/app" "--at-login"\n`)
    applyLoginItem(false, linux())
    expect(existsSync(file)).toBe(false)
    expect(() => applyLoginItem(false, linux())).not.toThrow()
  })

  it('lies where XDG_CONFIG_HOME says, unless that is relative', () => {
    expect(autostartPath(linux({ XDG_CONFIG_HOME: '/config' }))).toBe('/config/autostart/switchyard.desktop')
    expect(autostartPath(linux({ XDG_CONFIG_HOME: 'config' }))).toBe(join(home, '.config/autostart/switchyard.desktop'))
  })

  it('quotes its command by the desktop entry rules', () => {
    const entry = autostartEntry({ path: '/opt/my "own" $apps/100%/`x`\\y', args: ['--at-login'] })
    expect(entry).toContain('Exec="/opt/my \\\\"own\\\\" \\\\$apps/100%%/\\\\`x\\\\`\\\\\\\\y" "--at-login"\n')
  })
})

describe('the login item on macOS and Windows', () => {
  it('is the system’s own', async () => {
    const { fake } = (await import('electron')) as unknown as FakeElectron
    applyLoginItem(true, { platform: 'win32', home, env: {} })
    expect(fake.calls.at(-1)).toEqual([
      'app.setLoginItemSettings',
      { openAtLogin: true, path: process.execPath, args: ['/app', '--at-login'] },
    ])
  })
})

describe('the command that starts the app again', () => {
  it('is the program itself, the AppImage it runs from, or Electron with the project in development', () => {
    expect(launchCommand('/opt/switchyard', '/opt/app.asar', true, undefined)).toEqual({ path: '/opt/switchyard', args: ['--at-login'] })
    expect(launchCommand('/tmp/.mount/switchyard', '/tmp/.mount/app.asar', true, '/home/me/Switchyard.AppImage')).toEqual({
      path: '/home/me/Switchyard.AppImage',
      args: ['--at-login'],
    })
    expect(launchCommand('/electron', '/project', false, undefined)).toEqual({ path: '/electron', args: ['/project', '--at-login'] })
  })

  it('is recognised by its flag, and on macOS by what the system says', () => {
    expect(wasStartedAtLogin(['switchyard', '--at-login'], 'linux')).toBe(true)
    expect(wasStartedAtLogin(['switchyard'], 'win32')).toBe(false)
    expect(wasStartedAtLogin(['switchyard'], 'darwin')).toBe(true)
  })
})
