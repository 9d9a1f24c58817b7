import { existsSync, readdirSync } from 'node:fs'
import { pathsOf, variable } from '../../tools/paths'
import type { Place } from '../../tools/tool'
import { type Assigned, assignmentsIn, type Syntax } from './assignments'
import { launchctlOrigins } from './launchctl'
import { registryOrigins } from './registry'
import { startFiles } from './shell-kinds'
import { textOf, tried } from './tried'

/** One place where a variable is set for new programs. */
export interface Origin extends Assigned {
  /** Absolute path, or the name of a place that is no file. */
  readonly file: string
  readonly syntax: Syntax | 'launchctl' | 'registry'
}

/** Every file that is read when a shell or a session of the user starts, and those that such a file sources. */
export function startedFrom(place: Place): readonly StartFile[] {
  const files = filesOf(place)
  const sourced = files.flatMap(({ file, syntax }) => (syntax === 'posix' ? sourcedBy(file, place) : []))
  return [...new Map([...files, ...sourced].map((one) => [one.file, one])).values()]
}

/** Finds where these variables are set, for every shell and system place that is known. Reads files; on macOS and Windows asks the system. */
export async function findOrigins(place: Place, names: readonly string[]): Promise<readonly Origin[]> {
  const inFiles = startedFrom(place).flatMap(({ file, syntax }) => {
    const content = textOf(file)
    return content === undefined ? [] : assignmentsIn(content, syntax, names).map((found) => ({ ...found, file, syntax }))
  })
  const system =
    place.platform === 'darwin' ? await launchctlOrigins(names) : place.platform === 'win32' ? await registryOrigins(names) : []
  return [...inFiles, ...system]
}

export interface StartFile {
  readonly file: string
  readonly syntax: Syntax
}

const inSystem: readonly StartFile[] = [
  { file: '/etc/environment', syntax: 'environment' },
  { file: '/etc/profile', syntax: 'posix' },
  { file: '/etc/zprofile', syntax: 'posix' },
  { file: '/etc/zsh/zprofile', syntax: 'posix' },
  { file: '/etc/fish/config.fish', syntax: 'fish' },
  { file: '/etc/bash.bashrc', syntax: 'posix' },
  { file: '/etc/bashrc', syntax: 'posix' },
  { file: '/etc/zshenv', syntax: 'posix' },
  { file: '/etc/zshrc', syntax: 'posix' },
  { file: '/etc/zsh/zshenv', syntax: 'posix' },
  { file: '/etc/zsh/zshrc', syntax: 'posix' },
]

const ofSystem = (): readonly StartFile[] => [
  ...inSystem,
  ...listed('/etc/profile.d', '.sh').map((file) => ({ file, syntax: 'posix' }) as const),
  ...listed('/etc/fish/conf.d', '.fish').map((file) => ({ file, syntax: 'fish' }) as const),
  ...listed('/etc/environment.d', '.conf').map((file) => ({ file, syntax: 'environment' }) as const),
]

/** VS Code and the editors made of it, by the folder of their settings. */
const editors = ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf']

function filesOf(place: Place): readonly StartFile[] {
  const { join } = pathsOf(place)
  const config = variable(place, 'XDG_CONFIG_HOME') ?? join(place.home, '.config')
  const posix = [
    ...startFiles('bash', place),
    ...startFiles('zsh', place),
    join(place.home, '.bash_aliases'),
    join(place.home, '.zshrc.local'),
  ]
  const settingsOf = {
    linux: config,
    darwin: join(place.home, 'Library', 'Application Support'),
    win32: variable(place, 'APPDATA') ?? join(place.home, 'AppData', 'Roaming'),
  }[place.platform]
  return [
    ...posix.map((file) => ({ file, syntax: 'posix' }) as const),
    ...listed(join(config, 'fish', 'conf.d'), '.fish').map((file) => ({ file, syntax: 'fish' }) as const),
    { file: join(config, 'fish', 'config.fish'), syntax: 'fish' },
    { file: join(config, 'fish', 'fish_variables'), syntax: 'fish-universal' },
    ...startFiles('powershell', place).map((file) => ({ file, syntax: 'powershell' }) as const),
    ...listed(join(config, 'environment.d'), '.conf').map((file) => ({ file, syntax: 'environment' }) as const),
    { file: join(place.home, '.pam_environment'), syntax: 'environment' },
    ...editors.map((name) => ({ file: join(settingsOf, name, 'User', 'settings.json'), syntax: 'vscode' }) as const),
    ...(place.platform === 'win32' ? [] : ofSystem()),
  ]
}

const listed = (folder: string, ending: string): readonly string[] =>
  existsSync(folder)
    ? (tried(() => readdirSync(folder)) ?? []).filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`)
    : []

/** Files that a start-up file reads by a plain path, one level deep. */
function sourcedBy(file: string, place: Place): readonly StartFile[] {
  const content = textOf(file) ?? ''
  return [...content.matchAll(/^\s*(?:.*&&\s*)?(?:source|\.)\s+["']?((?:~|\$HOME|\$\{HOME\}|\/)[^\s"';&]*)/gm)].flatMap(([, target]) => {
    const path = target?.replace(/^(~|\$HOME|\$\{HOME\})/, place.home)
    return path === undefined || path.includes('$') ? [] : [{ file: path, syntax: 'posix' } as const]
  })
}
