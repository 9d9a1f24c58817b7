import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type Core, createCore } from '../../electron/core/core'
import type { Host } from '../../electron/core/host'
import { plainJsonStore } from '../../electron/core/json-store'
import { createVault } from '../../electron/core/vault/vault'
import type { ShellName } from '../../shared/model/switch'

/** A home of its own for one test, with a core on it. Removed when the test ends. */
export interface TempHome {
  readonly home: string
  readonly data: string
  readonly host: Host
  readonly core: Core
  /** Absolute path of a file in the home. */
  path(name: string): string
  write(name: string, content: string, mode?: number): void
  read(name: string): string
  /** Every file and link below the home but the data folder's: path to `mode content`. */
  tree(): Record<string, string>
  /** Another core on the same home, as another shell would have it. */
  another(shell?: ShellName, env?: Record<string, string>): Core
}

export function tempHome(env: Readonly<Record<string, string>> = {}): TempHome {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'sy-home-')))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const data = path.join(home, '.config', 'Switchyard')
  const hostFor = (shell: ShellName, extra: Readonly<Record<string, string>>): Host => ({
    shell,
    version: '0.0.0-test',
    place: { platform: 'linux', home, env: { PATH: '', ...env, ...extra } },
    vault: createVault(data, { platform: 'linux', env: { ...env, ...extra } }),
    locale: 'en',
    dataFolder: data,
    can: { reveal: false, tray: false, launchAtLogin: false, openLink: false },
    profiles: plainJsonStore(path.join(data, 'profiles.json')),
    settings: plainJsonStore(path.join(data, 'settings.json')),
    cliCommand: [process.execPath, path.resolve(import.meta.dirname, '../../out/cli/switchyard.js')],
    now: () => new Date(),
  })
  const host = hostFor('terminal', {})
  const at = (name: string) => path.join(home, name)
  return {
    home,
    data,
    host,
    core: createCore(host),
    path: at,
    write(name, content, mode = 0o644) {
      mkdirSync(path.dirname(at(name)), { recursive: true })
      writeFileSync(at(name), content, { mode })
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    tree: () => treeOf(home, data),
    another: (shell = 'web', extra = {}) => createCore(hostFor(shell, extra)),
  }
}

/** What is in a folder: path to mode and content, links as `-> target`; folders end with a slash. */
export function treeOf(folder: string, except?: string): Record<string, string> {
  const found: Record<string, string> = {}
  const visit = (at: string) => {
    for (const name of readdirSync(at).sort()) {
      const file = path.join(at, name)
      if (file === except) continue
      const stat = lstatSync(file)
      const key = path.relative(folder, file)
      const mode = (stat.mode & 0o7777).toString(8)
      if (stat.isSymbolicLink()) found[key] = `-> ${readlinkSync(file)}`
      else if (stat.isDirectory()) {
        if (path.dirname(except ?? '') !== file) found[`${key}/`] = mode
        visit(file)
      } else found[key] = `${mode} ${readFileSync(file, 'latin1')}`
    }
  }
  visit(folder)
  return found
}
