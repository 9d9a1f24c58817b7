import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Place } from '../tools/tool'

/**
 * Where data keys that a passphrase has opened may stay until the user logs out: a folder in memory that is the user's own. Undefined where the
 * system has none (macOS, Windows, containers); there a passphrase opens the vault for one process.
 */
export function sessionFile({ platform, env }: Pick<Place, 'platform' | 'env'>, dataFolder: string): string | undefined {
  const runtime = env.XDG_RUNTIME_DIR
  if (platform !== 'linux' || runtime === undefined || !path.isAbsolute(runtime) || !isPrivate(runtime)) return undefined
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return path.join(runtime, 'switchyard', `${name}.key`)
}

export const makeSessionFolder = (file: string): void => void mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })

function isPrivate(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false })
  return stat?.isDirectory() === true && (stat.mode & 0o077) === 0 && stat.uid === process.getuid?.()
}
