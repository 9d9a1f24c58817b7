import { defaultSettings, type Settings } from '../../shared/model/settings'
import type { Slice } from './app-state'

export interface SettingsSlice {
  readonly settings: Settings
  changeSettings(patch: Partial<Settings>): Promise<void>
  /** Throws a ProblemError, so that the field that asked can show it. */
  saveSettings(patch: Partial<Settings>): Promise<void>
}

export const settingsSlice: Slice<SettingsSlice> = (api) => (_set, get) => ({
  settings: defaultSettings,
  async changeSettings(patch) {
    await get().attempt(() => get().saveSettings(patch))
  },
  async saveSettings({ toolFolders, ...patch }) {
    await api['settings.set']({ ...patch, ...(toolFolders && { toolFolders: { ...toolFolders } }) })
  },
})
