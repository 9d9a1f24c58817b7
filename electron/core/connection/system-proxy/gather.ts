import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { systemCode } from '../../problem'
import type { Place } from '../../tools/tool'
import { gnomeCommand, parseGnome } from './gnome'
import { parseKde } from './kde'
import { macosCommand, parseScutil } from './macos'
import type { SystemProxy } from './system-proxy'
import { parseWindows, windowsCommand } from './windows'

/** These programs answer in some tens of ms; one that hangs must not hold up a test. */
const PATIENCE = 1_000

/** The system's own proxy setting; undefined where there is none or nothing can show it. Never throws, never takes longer than a second. */
export async function readSystemProxy(place: Pick<Place, 'platform' | 'home' | 'env'>): Promise<SystemProxy | undefined> {
  switch (place.platform) {
    case 'darwin':
      return parseScutil(await outputOf(place, macosCommand))
    case 'win32':
      return parseWindows(await outputOf(place, windowsCommand))
    case 'linux': {
      const isKde = /kde/i.test(place.env.XDG_CURRENT_DESKTOP ?? '')
      const kde = async () => parseKde(await textOf(path.join(place.env.XDG_CONFIG_HOME || path.join(place.home, '.config'), 'kioslaverc')))
      if (isKde) return kde()
      // Without a session of a desktop there is nothing to ask, and asking would leave a file in the home folder.
      const inSession = ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'].some((name) => (place.env[name] ?? '') !== '')
      return inSession ? parseGnome(await outputOf(place, gnomeCommand)) : undefined
    }
  }
}

/** Empty where the program is missing, fails or takes too long. */
function outputOf({ env }: Pick<Place, 'env'>, [program, args]: readonly [string, readonly string[]]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      program,
      [...args],
      { timeout: PATIENCE, killSignal: 'SIGKILL', windowsHide: true, env: { ...env, LC_ALL: 'C' } },
      (error, stdout) => resolve(error ? '' : stdout),
    )
  })
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (systemCode(error) !== undefined) return ''
    throw error
  }
}
