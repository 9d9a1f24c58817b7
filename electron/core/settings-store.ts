import { defaultSettings, type Settings } from '../../shared/model/settings'
import type { Host } from './host'

const oneOf =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && values.includes(value)
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 4096
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

/** By hand and not by schema: terminal commands read the settings too, and loading the schemas would be most of their start. */
const valid: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  language: oneOf('system', 'en', 'zh'),
  theme: oneOf('system', 'light', 'dark'),
  closeToTray: isBoolean,
  launchAtLogin: isBoolean,
  startHidden: isBoolean,
  historyLimit: (value) => Number.isInteger(value) && Number(value) >= 10 && Number(value) <= 100_000,
  trayClick: oneOf('window', 'menu'),
  globalShortcut: (value) => typeof value === 'string' && value.length <= 100,
  notifications: isBoolean,
  claimCcswitch: isBoolean,
  toolFolders: (value) => isSettingsDocument(value) && Object.values(value).every(isText),
  proxy: isText,
  caFile: isText,
}

/** The settings, complete: fields that are missing or not understood have their defaults, so one wrong field does not cost the others. */
export function readSettings(host: Pick<Host, 'settings'>): Settings {
  const value = host.settings.read()
  const stored = isSettingsDocument(value) ? Object.entries(value) : []
  const understood = stored.filter(([name, field]) => Object.hasOwn(valid, name) && valid[name as keyof Settings](field))
  return { ...defaultSettings, ...Object.fromEntries(understood) }
}

export const isSettingsDocument = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
