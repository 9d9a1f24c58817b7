import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { type AppMenuOptions, appMenu } from '../../electron/main/app-menu'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

const items = (options: Partial<AppMenuOptions> = {}) =>
  appMenu({ platform: 'linux', language: 'en', development: false, openSettings: vi.fn(), ...options }).flatMap(
    (menu) => menu.submenu as MenuItemConstructorOptions[],
  )

describe('the application menu', () => {
  it('has the editing roles everywhere, without which macOS has no copy and paste', () => {
    for (const platform of ['darwin', 'win32', 'linux']) {
      const roles = items({ platform }).map((item) => item.role)
      for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'quit'] as const) expect(roles).toContain(role)
    }
  })

  it('opens the settings by the usual shortcut', () => {
    const openSettings = vi.fn()
    const settings = items({ openSettings }).find((item) => item.id === 'settings')
    expect(settings?.accelerator).toBe('CmdOrCtrl+,')
    const click = settings?.click as (() => void) | undefined
    click?.()
    expect(openSettings).toHaveBeenCalledOnce()
  })

  it('has developer tools in development only', () => {
    expect(items().map((item) => item.role)).not.toContain('toggleDevTools')
    expect(items({ development: true }).map((item) => item.role)).toContain('toggleDevTools')
  })

  it('names every item in the chosen language', () => {
    const labels = items({ language: 'zh' })
      .filter((item) => item.type !== 'separator')
      .map((item) => item.label)
    expect(labels.length).toBeGreaterThan(10)
    expect(labels.every((label) => label !== undefined && /[一-龥]/.test(label))).toBe(true)
  })
})
