/** The user's preferences. */
export interface Settings {
  readonly language: 'system' | 'en' | 'zh'
  readonly theme: 'system' | 'light' | 'dark'
  readonly closeToTray: boolean
  readonly launchAtLogin: boolean
  readonly startHidden: boolean
  /** Entries kept, 10 to 100,000; older ones are dropped. */
  readonly historyLimit: number
}

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  closeToTray: true,
  launchAtLogin: false,
  startHidden: false,
  historyLimit: 1000,
}
