import { expect, it, vi } from 'vitest'
import type { Desktop } from '../../electron/main/desktop'
import { defaultSettings } from '../../shared/model/settings'
import type { FakeElectron } from '../support/fake-electron'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

it('a switch of another shell is told once, but not an old one, one of this shell, or one that the user watches', async () => {
  const { fake } = (await import('electron')) as unknown as FakeElectron
  const { setupSwitchNews } = await import('../../electron/main/switch-news')
  let newest = { id: 'old', shell: 'terminal', title: { en: 'Switched to Old', zh: '' } }
  let focused = false
  let tell = (_name: string): void => undefined
  const desktop = {
    api: { 'history.list': async () => [newest] },
    core: { subscribe: (listener: (name: string) => void) => (tell = listener) },
    preferences: { current: () => defaultSettings },
    language: () => 'en',
  } as unknown as Desktop
  setupSwitchNews(desktop, { show: vi.fn(), isFocused: () => focused })
  const after = async (id: string, shell: string) => {
    newest = { id, shell, title: { en: `Switched to ${id}`, zh: '' } }
    tell('history-changed')
    await new Promise((resolve) => setTimeout(resolve, 5))
    return fake.calls.filter(([name]) => name === 'Notification.show').map(([, box]) => (box as { title: string }).title)
  }
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await after('old', 'terminal')).toEqual([])
  expect(await after('A', 'terminal')).toEqual(['Switched to A'])
  expect(await after('A', 'terminal')).toEqual(['Switched to A'])
  expect(await after('B', 'desktop')).toEqual(['Switched to A'])
  focused = true
  expect(await after('C', 'web')).toEqual(['Switched to A'])
})
