import type { Api } from '../../shared/contract'
import { defaultSettings, type Settings } from '../../shared/model/settings'
import type { Core } from '../core/core'
import { log } from './log'

/** The user's settings as the desktop needs them: always at hand, kept up to date by the core's events. */
export interface Preferences {
  current(): Settings
  /** Calls the listener after every change, also one made in another shell. */
  onChange(listener: (now: Settings, before: Settings) => void): void
}

/** Settings that cannot be read are no reason not to start: the defaults hold until they can. */
export async function setupPreferences(api: Api, subscribe: Core['subscribe']): Promise<Preferences> {
  let current = await api['settings.get']({}).catch((error: unknown) => {
    log('the settings could not be read', error)
    return defaultSettings
  })
  const listeners = new Set<(now: Settings, before: Settings) => void>()
  subscribe((name, payload) => {
    if (name !== 'settings-changed') return
    const before = current
    current = payload as Settings
    for (const listener of listeners) listener(current, before)
  })
  return {
    current: () => current,
    onChange: (listener) => {
      listeners.add(listener)
    },
  }
}
