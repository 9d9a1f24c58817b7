import { app, type MenuItem } from 'electron'
import type { SecretClipboard } from './secret-clipboard'
import type { AppTray } from './tray'

export interface TestMenuItem {
  readonly id: string
  readonly label: string
  readonly checked: boolean
  readonly enabled: boolean
  readonly items: readonly TestMenuItem[]
}

/** What the desktop tests may ask of the running app that no user interface automation can reach: the tray, and the end of the clipboard's minute. */
export interface TestHook {
  trayMenu(): readonly TestMenuItem[]
  clickTray(id: string): void
  clearClipboard(): Promise<void>
}

declare global {
  /** Set in development builds under NODE_ENV=test only. */
  var switchyardTest: TestHook | undefined
}

export function setupTestHook({ menu }: AppTray, clipboard: SecretClipboard, env: NodeJS.ProcessEnv = process.env): void {
  if (app.isPackaged || env.NODE_ENV !== 'test') return
  globalThis.switchyardTest = {
    trayMenu: () => menu().items.map(describe),
    clickTray(id) {
      const item = menu().getMenuItemById(id)
      if (item === null) throw new Error(`the tray menu has no item ${id}`)
      item.click()
    },
    clearClipboard: clipboard.clear,
  }
}

const describe = (item: MenuItem): TestMenuItem => ({
  id: item.id ?? '',
  label: item.label,
  checked: item.checked,
  enabled: item.enabled,
  items: item.submenu?.items.map(describe) ?? [],
})
