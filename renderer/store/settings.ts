import type { Settings } from '../../shared/model/settings'
import type { Slice } from './app-state'

export interface SettingsSlice {
  readonly settings: Settings
  changeSettings(patch: Partial<Settings>): Promise<void>
}

const untilLoaded: Settings = {
  language: 'system',
  theme: 'system',
  closeToTray: true,
  launchAtLogin: false,
  startHidden: false,
  historyLimit: 1000,
}

export const settingsSlice: Slice<SettingsSlice> = (api) => (_set, get) => ({
  settings: untilLoaded,
  async changeSettings(patch) {
    await get().attempt(() => api['settings.set'](patch))
  },
})
