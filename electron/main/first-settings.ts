import { join } from 'node:path'
import { defaultSettings, type Settings } from '../../shared/model/settings'
import { plainJsonStore } from '../core/json-store'
import { readSettings } from '../core/settings-store'
import { log } from './log'

/** The settings as the window needs them before the core is loaded. The core reads the file again, sets a broken one aside and tells it. */
export function firstSettings(folder: string): Settings {
  try {
    return readSettings({ settings: plainJsonStore(join(folder, 'settings.json')) })
  } catch {
    log('the settings could not be read')
    return defaultSettings
  }
}
