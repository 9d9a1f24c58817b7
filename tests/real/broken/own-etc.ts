import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A mount namespace of its own; without root also a user namespace, which not every machine allows. */
const kind = process.getuid?.() === 0 ? '-m' : '-rm'

/** True where a program can be given an /etc of its own: Linux with namespaces. */
export const canOwnEtc = process.platform === 'linux' && spawnSync('unshare', [kind, 'true']).status === 0

export interface OwnEtc {
  /** The same command, with this /etc in the place of the machine's. */
  wrap(command: string, args: readonly string[]): readonly [string, ...string[]]
  remove(): void
}

/** A copy of the machine's /etc with more files in it: what an administrator would put there. @param files by path below /etc */
export function ownEtc(files: Readonly<Record<string, string>>): OwnEtc {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-etc-'))
  // What may not be read is not needed by any tool.
  execFileSync('sh', ['-c', 'cp -a /etc/. "$1" 2>/dev/null || true', 'sh', folder])
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return {
    wrap: (command, args) => ['unshare', kind, 'sh', '-c', `mount --bind "${folder}" /etc && exec "$@"`, 'sh', command, ...args],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
