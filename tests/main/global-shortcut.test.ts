import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings, type Settings } from '../../shared/model/settings'
import { createFakeElectron, type FakeControls } from '../support/fake-electron'

beforeEach(() => {
  vi.resetModules()
})

async function withShortcut(globalShortcut: string, answer: FakeControls['shortcut'] = 'given') {
  const electron = createFakeElectron()
  electron.fake.shortcut = answer
  vi.doMock('electron', () => electron)
  const { setupGlobalShortcut } = await import('../../electron/main/global-shortcut')
  let current: Settings = { ...defaultSettings, globalShortcut }
  const listeners: ((now: Settings, before: Settings) => void)[] = []
  const preferences = {
    current: () => current,
    onChange: (listener: (now: Settings, before: Settings) => void) => void listeners.push(listener),
  }
  const window = { show: vi.fn(), send: vi.fn() }
  setupGlobalShortcut({ preferences }, window)
  const change = (next: string): void => {
    const before = current
    current = { ...current, globalShortcut: next }
    for (const listener of listeners) listener(current, before)
  }
  return { fake: electron.fake, app: electron.app, window, change }
}

describe('the global shortcut', () => {
  it('opens the window, follows the settings, and is given back at the end', async () => {
    const { fake, app, window, change } = await withShortcut('CommandOrControl+Shift+Y')
    fake.shortcuts.get('CommandOrControl+Shift+Y')?.()
    expect(window.show).toHaveBeenCalledOnce()
    change('Alt+S')
    expect([...fake.shortcuts.keys()]).toEqual(['Alt+S'])
    change('')
    expect([...fake.shortcuts.keys()]).toEqual([])
    change('Alt+S')
    app.emit('will-quit')
    expect([...fake.shortcuts.keys()]).toEqual([])
    expect(window.send).not.toHaveBeenCalled()
  })

  it.each([
    ['taken', 'shortcut-taken'],
    ['invalid', 'shortcut-invalid'],
  ] as const)('that is %s is told in the window, with a cure', async (answer, code) => {
    const { window } = await withShortcut('Alt+S', answer)
    expect(window.send).toHaveBeenCalledWith('problem', expect.objectContaining({ code, hint: expect.anything() }))
  })
})
