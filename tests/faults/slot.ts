import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Core, createCore } from '../../electron/core/core'
import type { Host } from '../../electron/core/host'
import { plainJsonStore } from '../../electron/core/json-store'
import { createVault } from '../../electron/core/vault/vault'

/** One file, link or folder: type, mode, owner and content. */
interface Node {
  readonly kind: 'file' | 'link' | 'folder' | 'second name'
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly content: string
}

/** All that is below a folder, by relative path, parents first. */
export type Tree = Readonly<Record<string, Node>>

export function readTree(root: string, except?: string): Tree {
  const tree: Record<string, Node> = {}
  const names = new Map<number, string>()
  const visit = (folder: string) => {
    for (const name of readdirSync(folder).sort()) {
      const file = path.join(folder, name)
      if (file === except) continue
      const stat = lstatSync(file)
      const first = stat.isFile() ? names.get(stat.ino) : undefined
      names.set(stat.ino, path.relative(root, file))
      const kind = first !== undefined ? 'second name' : stat.isSymbolicLink() ? 'link' : stat.isDirectory() ? 'folder' : 'file'
      const content = first ?? (kind === 'link' ? readlinkSync(file) : kind === 'file' ? readFileSync(file, 'latin1') : '')
      tree[path.relative(root, file)] = { kind, mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid, content }
      if (kind === 'folder') visit(file)
    }
  }
  visit(root)
  return tree
}

function writeTree(root: string, tree: Tree): void {
  for (const [name, { kind, mode, uid, gid, content }] of Object.entries(tree)) {
    const file = path.join(root, name)
    if (kind === 'link') symlinkSync(content, file)
    if (kind === 'second name') linkSync(path.join(root, content), file)
    if (kind === 'link' || kind === 'second name') continue
    if (kind === 'folder') mkdirSync(file)
    else writeFileSync(file, content, 'latin1')
    if (uid !== process.getuid?.() || gid !== process.getgid?.()) chownSync(file, uid, gid)
    chmodSync(file, mode)
  }
}

/** A home at one place that can be set back again and again, for records hold absolute paths. */
export interface Slot {
  readonly home: string
  readonly data: string
  /** What a newly started shell has. */
  host(): Host
  core(): Core
  /** All but the data folder. */
  tools(): Tree
  all(): Tree
  reset(tree: Tree): void
  remove(): void
}

/** Memory where there is such a folder: flushing to a disk tells a process that is killed nothing, and costs most of the time. */
export const fastFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

export function makeSlot(): Slot {
  const home = realpathSync(mkdtempSync(path.join(fastFolder(), 'sy-fault-')))
  const data = path.join(home, '.config', 'Switchyard')
  const host = (): Host => ({
    shell: 'terminal',
    version: '0.0.0-test',
    place: { platform: 'linux', home, env: { PATH: '' } },
    locale: 'en',
    dataFolder: data,
    vault: createVault(data, { platform: 'linux', env: {} }),
    can: { reveal: false, tray: false, launchAtLogin: false, openLink: false },
    profiles: plainJsonStore(path.join(data, 'profiles.json')),
    settings: plainJsonStore(path.join(data, 'settings.json')),
    now: () => new Date(),
  })
  const empty = () => {
    for (const name of readdirSync(home)) rmSync(path.join(home, name), { recursive: true, force: true })
  }
  return {
    home,
    data,
    host,
    core: () => createCore(host()),
    tools: () => readTree(home, data),
    all: () => readTree(home),
    reset: (tree) => {
      empty()
      writeTree(home, tree)
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}
