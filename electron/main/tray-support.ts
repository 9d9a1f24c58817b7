import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether a tray icon will be seen. macOS and Windows always show it. On Linux Electron makes the icon without complaint even where no panel
 * shows it (GNOME without an extension), so the session bus is asked whether anything watches for status icons.
 */
export function isTrayShown(platform: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (platform !== 'linux') return Promise.resolve(true)
  if (!hasSessionBus(env)) return Promise.resolve(false)
  return new Promise((resolve) => {
    execFile('dbus-send', [...nameHasOwner], { timeout: 1000 }, (error, stdout) => resolve(error === null && /boolean true/.test(stdout)))
  })
}

/** The address, or the place where one is looked for without it (D-Bus specification, "Well-known Message Bus Instances", and systemd). */
const hasSessionBus = ({ DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder }: NodeJS.ProcessEnv): boolean =>
  Boolean(address) || (Boolean(folder) && existsSync(join(folder ?? '', 'bus')))

const nameHasOwner = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.NameHasOwner',
  'string:org.kde.StatusNotifierWatcher',
]
