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
  /** A folder for a tool's own files, by tool id, as if the variable that its descriptor names were set to it; absolute. */
  readonly toolFolders: Readonly<Record<string, string>>
  /** The way of our own tests: '' as the environment says, 'direct', or a proxy (http, https or socks URL without a login). */
  readonly proxy: string
  /** A PEM file with certificates that our own tests trust as well; empty means none. */
  readonly caFile: string
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
  toolFolders: {},
  proxy: '',
  caFile: '',
}
