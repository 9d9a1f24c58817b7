import { execFile } from 'node:child_process'

/**
 * Whether a tray icon will be seen. macOS and Windows always show it. On Linux Electron makes the icon without complaint even where no panel
 * shows it (GNOME without an extension), so the session bus is asked whether anything watches for status icons.
 */
export function isTrayShown(platform: string): Promise<boolean> {
  if (platform !== 'linux') return Promise.resolve(true)
  return new Promise((resolve) => {
    execFile('dbus-send', [...nameHasOwner], { timeout: 1000 }, (error, stdout) => resolve(error === null && /boolean true/.test(stdout)))
  })
}

const nameHasOwner = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.NameHasOwner',
  'string:org.kde.StatusNotifierWatcher',
]
