/** The user's preferences. */
export interface Settings {
  readonly language: 'system' | 'en' | 'zh'
  readonly theme: 'system' | 'light' | 'dark'
  readonly closeToTray: boolean
  readonly launchAtLogin: boolean
  readonly startHidden: boolean
  /** Entries kept, 10 to 100,000; older ones are dropped. */
  readonly historyLimit: number
  /** What a left click on the tray icon does. */
  readonly trayClick: 'window' | 'menu'
  /** An Electron accelerator that opens the window from anywhere; empty means none. */
  readonly globalShortcut: string
  /** Whether the desktop tells of switches made from the tray or by other shells. */
  readonly notifications: boolean
  /** Whether links of CC-Switch (`ccswitch://`) open in Switchyard. */
  readonly claimCcswitch: boolean
}

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  closeToTray: true,
  launchAtLogin: false,
  startHidden: false,
  historyLimit: 1000,
  trayClick: 'window',
  globalShortcut: '',
  notifications: true,
  claimCcswitch: false,
}
