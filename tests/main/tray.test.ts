import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { appFiles } from '../../electron/main/app-files'
import type { Desktop } from '../../electron/main/desktop'
import { defaultSettings, type Settings } from '../../shared/model/settings'
import type { Scenario } from '../support/fake-api'
import { createFakeElectron } from '../support/fake-electron'

beforeEach(() => {
  vi.resetModules()
})

function home(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-tray-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A tray over a whole host in memory. Everything is loaded after the fake Electron, so that all see the same classes. */
async function tray(
  scenario: Scenario,
  options: { trayFails?: boolean; platform?: string; settings?: Partial<Settings>; folder?: string } = {},
) {
  const electron = createFakeElectron()
  electron.fake.trayFails = options.trayFails ?? false
  vi.doMock('electron', () => electron)
  const { setupTray } = await import('../../electron/main/tray')
  const { createFakeHost } = await import('../support/fake-api')
  const host = createFakeHost({ scenario })
  const show = vi.fn()
  const send = vi.fn()
  const settingListeners: (() => void)[] = []
  const preferences = {
    current: () => ({ ...defaultSettings, ...options.settings }),
    onChange: (listener: () => void) => settingListeners.push(listener),
  }
  let language: 'en' | 'zh' = 'en'
  const desktop = {
    folder: options.folder ?? home(),
    files: appFiles('/app'),
    api: host.api,
    core: { subscribe: host.transport.subscribe },
    host: { place: { platform: options.platform ?? 'linux' } },
    preferences,
    language: () => language,
  } as unknown as Desktop
  const made = await setupTray(desktop, { show, send })
  const items = () => made.menu().items as unknown as MenuItemConstructorOptions[]
  const item = (id: string) =>
    items()
      .flatMap((each) => [each, ...((each.submenu ?? []) as MenuItemConstructorOptions[])])
      .find((each) => each.id === id)
  const click = (id: string): void => (item(id)?.click as (() => void) | undefined)?.()
  const speak = (next: 'en' | 'zh'): void => {
    language = next
    for (const listener of settingListeners) listener()
  }
  return { fake: electron.fake, app: electron.app, host, show, send, items, item, click, speak }
}

const dialogs = (calls: readonly (readonly [string, ...unknown[]])[]) =>
  calls.filter(([name]) => name === 'dialog.showMessageBox').map(([, box]) => box)

describe('the tray', () => {
  it('draws its menu from the core and puts it on the icon', async () => {
    const { fake, items } = await tray('working')
    expect(items()[0]?.label).toBe('Claude Code: Northline')
    expect(fake.trays[0]?.menu?.items).toBe(items())
    expect(fake.trays[0]?.image).toBe('/app/electron/resources/tray-badge.png')
  })

  it('opens the window on the screen Diagnose, where the doctor runs', async () => {
    const { click, show, send } = await tray('working')
    click('diagnose')
    expect(show).toHaveBeenCalledOnce()
    expect(send).toHaveBeenCalledWith('show-screen', { screen: 'diagnose', run: true })
  })

  it('switches through the core and shows the new state', async () => {
    const { host, click, items, item } = await tray('working')
    click('tool:claude:harbor')
    await vi.waitFor(() => expect(items()[0]?.label).toBe('Claude Code: Harbor (team key)'))
    expect(host.calls.at(-1)?.method).not.toBe('switch.undo')
    expect(host.calls.filter(({ method }) => method === 'switch.apply').map(({ input }) => input)).toEqual([
      { profileId: 'harbor', tools: ['claude'] },
    ])
    await vi.waitFor(() => expect(item('undo')?.enabled).toBe(true))
    click('undo')
    await vi.waitFor(() => expect(items()[0]?.label).toBe('Claude Code: Northline'))
  })

  it('tells a failed switch in a dialog, with its hint, and marks the old profile again', async () => {
    const { fake, click, item, items } = await tray('trouble')
    const before = items()
    click('tool:claude:northline')
    await vi.waitFor(() => expect(dialogs(fake.calls)).toHaveLength(1))
    expect(dialogs(fake.calls)[0]).toMatchObject({
      message: 'Values of claude were changed by hand.',
      detail: 'Allow overwriting, or take them into the profile.',
      buttons: ['Close', 'Open Switchyard'],
    })
    await vi.waitFor(() => expect(items()).not.toBe(before))
    expect(item('tool:claude:harbor')?.checked).toBe(true)
  })

  it('opens the window from that dialog', async () => {
    const { fake, click, show } = await tray('trouble')
    fake.response = 1
    click('tool:claude:northline')
    await vi.waitFor(() => expect(show).toHaveBeenCalledOnce())
  })

  it('hands the window what the locked vault forbids, and asks for no dialog', async () => {
    const { fake, click, show, send, items } = await tray('locked')
    const before = items()
    click('tool:codex:harbor')
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith('unlock-asked', { kind: 'switch', profileId: 'harbor', tool: 'codex' }))
    click('all:harbor')
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith('unlock-asked', { kind: 'switch', profileId: 'harbor' }))
    expect(show).toHaveBeenCalledTimes(2)
    await vi.waitFor(() => expect(items()).not.toBe(before))
    expect(dialogs(fake.calls)).toEqual([])
  })

  it('tells of a locked keychain in a dialog: no passphrase opens it', async () => {
    const { fake, click, host, send } = await tray('working')
    host.failNext('switch.apply', { code: 'vault-locked' })
    click('tool:codex:harbor')
    await vi.waitFor(() => expect(dialogs(fake.calls)).toHaveLength(1))
    expect(send).not.toHaveBeenCalled()
  })

  it('tells before the click of a protocol that a test has just found missing', async () => {
    const { host, item } = await tray('working')
    expect(item('tool:codex:harbor')?.label).toBe('Harbor (team key)')
    const [known] = (await host.api['connection.results']({})).filter(({ profileId }) => profileId === 'harbor')
    const protocols = { 'openai-responses': { speaks: false, at: '2026-11-23T04:00:00.000Z' } }
    vi.spyOn(host.api, 'connection.results').mockResolvedValue([{ profileId: 'harbor', tools: known?.tools ?? {}, protocols }])
    await host.api['connection.test']({ profileIds: ['harbor'], free: true })
    await vi.waitFor(() => expect(item('tool:codex:harbor')?.label).toBe('Harbor (team key) – this relay does not speak its protocol'))
  })

  it('follows the language', async () => {
    const { speak, item } = await tray('working')
    speak('zh')
    expect(item('quit')?.label).toBe('退出')
  })

  it('opens the window on a click', async () => {
    const { fake, show } = await tray('working')
    fake.trays[0]?.emit('click')
    expect(show).toHaveBeenCalledOnce()
  })

  it('opens the menu on a click, if the user wants that', async () => {
    const { fake, show, items } = await tray('working', { platform: 'win32', settings: { trayClick: 'menu' } })
    fake.trays[0]?.emit('click')
    expect(show).not.toHaveBeenCalled()
    expect(fake.trays[0]?.popped?.items).toBe(items())
  })

  it('has a light image on a dark panel and a dark one on a light panel, and its own ground where nobody knows', async () => {
    vi.doMock('electron', () => createFakeElectron())
    const { trayImage } = await import('../../electron/main/tray')
    expect([trayImage('win32', true), trayImage('win32', false)]).toEqual(['tray-on-dark.png', 'tray-on-light.png'])
    expect([trayImage('linux', true), trayImage('linux', false)]).toEqual(['tray-badge.png', 'tray-badge.png'])
    for (const name of ['trayTemplate', 'tray-on-dark', 'tray-on-light', 'tray-badge'])
      for (const size of ['', '@2x']) expect(existsSync(`electron/resources/${name}${size}.png`), name + size).toBe(true)
  })

  it('on macOS has an image that the system tints, and a menu on the other button while a click means the window', async () => {
    const { fake, show, items } = await tray('working', { platform: 'darwin' })
    expect([fake.trays[0]?.image, fake.trays[0]?.menu]).toEqual(['/app/electron/resources/trayTemplate.png', null])
    fake.trays[0]?.emit('click')
    expect(show).toHaveBeenCalledOnce()
    fake.trays[0]?.emit('right-click')
    expect(fake.trays[0]?.popped?.items).toBe(items())
  })

  it('on macOS leaves the click to the menu, if the user wants that', async () => {
    const { fake, items } = await tray('working', { platform: 'darwin', settings: { trayClick: 'menu' } })
    expect(fake.trays[0]?.menu?.items).toBe(items())
  })

  it('tells after a switch which running tools keep the old relay, unless the user wants no notifications', async () => {
    for (const notifications of [true, false]) {
      const { fake, host, click } = await tray('working', { settings: { notifications } })
      const apply = vi.spyOn(host.api, 'switch.apply').mockResolvedValue({
        files: [],
        status: [],
        notices: [
          {
            id: 'gemini-running',
            severity: 'info',
            message: { en: 'A running one keeps it.', zh: '' },
            cure: { en: 'Restart it.', zh: '' },
          },
          { id: 'other', severity: 'info', message: { en: 'By the way.', zh: '' } },
        ],
      })
      click('tool:claude:harbor')
      await vi.waitFor(() => expect(apply).toHaveBeenCalledOnce())
      await new Promise((resolve) => setTimeout(resolve, 10))
      const shown = fake.calls.filter(([name]) => name === 'Notification.show').map(([, box]) => box)
      expect(shown).toEqual(notifications ? [{ title: 'Switchyard', body: 'A running one keeps it. Restart it.' }] : [])
    }
  })

  it('remembers what was used, for the next start', async () => {
    const folder = home()
    writeFileSync(path.join(folder, 'recent.json'), '["yunqiao", 7, "gone"]')
    const { click, item, items } = await tray('working', { folder })
    expect(item('recent:yunqiao')).toBeDefined()
    expect(item('recent:gone')).toBeUndefined()
    click('all:harbor')
    await vi.waitFor(() => expect(items()[0]?.label).toContain('Harbor'))
    await vi.waitFor(() => expect(JSON.parse(readFileSync(path.join(folder, 'recent.json'), 'utf8'))).toContain('harbor'))
  })

  it('is missed but not needed where the system has none', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { fake, items } = await tray('working', { trayFails: true })
    expect(fake.trays).toEqual([])
    expect(items()[0]?.label).toBe('Claude Code: Northline')
    expect(said.mock.calls.map(([words]) => words)).toEqual(['Switchyard: there is no tray here: no tray\n'])
  })

  it('stands with what could be read when the core cannot read all', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const electron = createFakeElectron()
    vi.doMock('electron', () => electron)
    const { setupTray } = await import('../../electron/main/tray')
    const { createFakeHost } = await import('../support/fake-api')
    const host = createFakeHost({ scenario: 'working' })
    host.failNext('tools.status')
    const desktop = {
      folder: home(),
      files: appFiles('/app'),
      api: host.api,
      core: { subscribe: host.transport.subscribe },
      host: { place: { platform: 'linux' } },
      preferences: { current: () => defaultSettings, onChange: () => undefined },
      language: () => 'en',
    } as unknown as Desktop
    const made = await setupTray(desktop, { show: vi.fn(), send: vi.fn() })
    expect((made.menu().items as unknown as MenuItemConstructorOptions[])[0]?.label).toBe('Claude Code: unknown')
  })
})
