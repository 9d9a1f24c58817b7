import { describe, expect, it, vi } from 'vitest'
import { closeWindow, openingOf, trackQuitting } from '../../electron/main/closing'
import { defaultSettings } from '../../shared/model/settings'
import type { FakeElectron } from '../support/fake-electron'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

const electron = async () => (await import('electron')) as unknown as FakeElectron

/** What closing the window does. */
async function close(platform: string, closeToTray: boolean, trayShown: boolean): Promise<'hides' | 'quits'> {
  const { fake } = await electron()
  const before = fake.calls.length
  const hide = vi.fn()
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await closeWindow(platform, { ...defaultSettings, closeToTray }, () => Promise.resolve(trayShown), hide)
  const quits = fake.calls.slice(before).some(([name]) => name === 'app.quit')
  expect(quits).toBe(hide.mock.calls.length === 0)
  return quits ? 'quits' : 'hides'
}

describe('closing the window', () => {
  it('hides it where a tray brings it back, if the user wants that', async () => {
    expect(await close('linux', true, true)).toBe('hides')
    expect(await close('win32', true, true)).toBe('hides')
  })

  it('quits when the user does not want the tray, or when no tray would show the icon', async () => {
    expect(await close('linux', false, true)).toBe('quits')
    expect(await close('linux', true, false)).toBe('quits')
  })

  it('hides it on macOS, where the dock brings it back', async () => {
    expect(await close('darwin', false, false)).toBe('hides')
  })
})

describe('quitting', () => {
  it('is known from the moment the app is told to, until it is called off', async () => {
    const { app } = await electron()
    const quitting = trackQuitting()
    expect(quitting.isUnderWay()).toBe(false)
    app.emit('before-quit')
    expect(quitting.isUnderWay()).toBe(true)
    quitting.callOff()
    expect(quitting.isUnderWay()).toBe(false)
    app.emit('before-quit')
    expect(quitting.isUnderWay()).toBe(true)
  })
})

describe('the window at start', () => {
  const hidden = { ...defaultSettings, startHidden: true }

  it('is hidden at login only, and only if the user wants that', () => {
    expect(openingOf(true, hidden, true)).toBe('hidden')
    expect(openingOf(false, hidden, true)).toBe('shown')
    expect(openingOf(true, defaultSettings, true)).toBe('shown')
  })

  it('is on the task bar where no tray would bring it back', () => {
    expect(openingOf(true, hidden, false)).toBe('minimized')
  })
})
