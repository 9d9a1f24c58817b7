import { homedir } from 'node:os'
import path from 'node:path'
import type { Host } from './host'
import { plainJsonStore } from './json-store'
import { systemLocale } from './system-locale'
import type { Place, Platform } from './tools/tool'
import { createVault } from './vault/vault'

/**
 * The host of the shells that run in plain Node. Reads `process` here and nowhere else.
 * `SWITCHYARD_HOME` moves the data folder; without it, it is the folder that the desktop app uses.
 */
export function nodeHost({ shell, version, cliCommand }: Pick<Host, 'shell' | 'version' | 'cliCommand'>): Host {
  const place = currentPlace()
  const folder = dataFolder(place.env, place.platform, place.home)
  return {
    shell,
    version,
    place,
    locale: localeOf(place.env),
    dataFolder: folder,
    vault: createVault(folder, place),
    ...(cliCommand && { cliCommand }),
    can: { reveal: false, tray: false, launchAtLogin: false, openLink: false },
    profiles: plainJsonStore(path.join(folder, 'profiles.json')),
    settings: plainJsonStore(path.join(folder, 'settings.json')),
    now: () => new Date(),
  }
}

/** Platform, home and environment of this process. Every Unix that is not macOS is treated as Linux. */
export function currentPlace(): Place {
  const platform: Platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  return { platform, home: homedir(), env: process.env }
}

/** The data folder for a platform: `SWITCHYARD_HOME`, else `Switchyard` in the user's application data (XDG_CONFIG_HOME, Application Support, APPDATA). */
export function dataFolder(env: Readonly<Record<string, string | undefined>>, platform: string, home: string): string {
  if (env.SWITCHYARD_HOME) return path.resolve(env.SWITCHYARD_HOME)
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Switchyard')
  if (platform === 'win32') return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Switchyard')
  return path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), 'Switchyard')
}

/** POSIX locale variables in their order; Intl where none is set (Windows, macOS). */
function localeOf(env: Place['env']): string {
  const posix = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '')
  const name = posix?.split('.')[0]?.replace('_', '-')
  if (name === 'C' || name === 'POSIX') return 'en'
  return name ?? systemLocale()
}
