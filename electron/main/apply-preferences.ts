import { nativeTheme } from 'electron'
import type { Settings } from '../../shared/model/settings'
import type { Place } from '../core/tools/tool'
import { log } from './log'
import { applyLoginItem } from './login-item'
import type { Preferences } from './preferences'

/** Carries the settings into the system. At start only the theme: a login item that the user took out in the system stays out. */
export function setupSystemPreferences(preferences: Preferences, place: Place): void {
  nativeTheme.themeSource = preferences.current().theme
  preferences.onChange((now, before) => {
    nativeTheme.themeSource = now.theme
    if (now.launchAtLogin !== before.launchAtLogin) tryLoginItem(now, place)
  })
}

function tryLoginItem(now: Settings, place: Place): void {
  try {
    applyLoginItem(now.launchAtLogin, place)
  } catch (error) {
    log('the login item could not be changed', error)
  }
}
