import { defaultSettings, type Settings } from '../../shared/model/settings'
import type { Slice } from './app-state'

export interface SettingsSlice {
  readonly settings: Settings
  changeSettings(patch: Partial<Settings>): Promise<void>
}

export const settingsSlice: Slice<SettingsSlice> = (api) => (_set, get) => ({
  settings: defaultSettings,
  async changeSettings(patch) {
    await get().attempt(() => api['settings.set'](patch))
  },
})
