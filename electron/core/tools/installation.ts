import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import type { PlatformPath } from 'node:path'
import type { ToolInstallation } from '../../../shared/model/tool'
import { pathsOf, variable } from './paths'
import type { Place, ToolCommand } from './tool'

/** Where installers put commands that a desktop app's short PATH misses. */
function usualFolders(place: Place): readonly string[] {
  const { join } = pathsOf(place)
  if (place.platform === 'win32') {
    const data = variable(place, 'APPDATA')
    return [...(data === undefined ? [] : [join(data, 'npm')]), join(place.home, '.local', 'bin')]
  }
  const inHome = [
    ['.local', 'bin'],
    ['.npm-global', 'bin'],
    ['.bun', 'bin'],
    ['.volta', 'bin'],
    ['.claude', 'local'],
  ]
  return [
    ...inHome.map((parts) => join(place.home, ...parts)),
    '/usr/local/bin',
    ...(place.platform === 'darwin' ? ['/opt/homebrew/bin'] : []),
  ]
}

/** Every file that the command could be, best first: PATH order, and on Windows PATHEXT order within a folder. Relative entries of PATH are left out. */
export function* candidates(command: ToolCommand, place: Place): Generator<string> {
  const paths = pathsOf(place)
  const endings = place.platform === 'win32' ? (variable(place, 'PATHEXT') ?? '.COM;.EXE;.BAT;.CMD').split(';').filter(Boolean) : ['']
  const seen = new Set<string>()
  for (const entry of [...(variable(place, 'PATH') ?? '').split(paths.delimiter), ...usualFolders(place)]) {
    const folder = entry.startsWith('"') && entry.endsWith('"') ? entry.slice(1, -1) : entry
    if (seen.has(folder) || !paths.isAbsolute(folder)) continue
    seen.add(folder)
    // By hand: `join` takes paths apart character by character, and dozens of them would have V8 optimise it, which is 4 MiB and 2 ms of a switch.
    const start = folder.endsWith(paths.sep) ? folder : folder + paths.sep
    for (const ending of endings) yield start + command.name + ending.toLowerCase()
  }
}

function firstCommand(command: ToolCommand, place: Place): string | undefined {
  for (const path of candidates(command, place)) if (isCommand(path, place)) return path
  return undefined
}

/** What cannot be looked at (not there, no permission, a loop of links) is not an installation. */
function tried<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Asked of dozens of paths that mostly are not there, so the answer "no" must not cost an exception. */
const isCommand = (path: string, place: Place): boolean =>
  tried(() => {
    if (!existsSync(path) || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false
    if (place.platform !== 'win32') accessSync(path, constants.X_OK)
    return true
  }) === true

function packageVersion(file: string, name: string): string | undefined {
  const source = existsSync(file) ? tried(() => readFileSync(file, 'utf8')) : undefined
  const found = source === undefined ? undefined : parsed(source)
  return found?.name === name && typeof found.version === 'string' ? found.version : undefined
}

/** A package.json is someone else's file: a broken one tells no version. */
function parsed(source: string): { readonly name?: unknown; readonly version?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Folders from the file's own up to the root. */
function upwards(file: string, paths: PlatformPath): readonly string[] {
  const folder = paths.dirname(file)
  return folder === file ? [] : [folder, ...upwards(folder, paths)]
}

/** The version that a path tells: `…/claude/versions/2.1.330`, `…/Cellar/gemini-cli/0.61.0/…`. The folder before must name the tool, or it is somebody else's (`node/v20.1.0`). */
function pathVersion(real: string, name: string): string | undefined {
  const parts = real.split(/[\\/]/).map((part) => part.replace(/\.exe$/i, ''))
  const at = parts.findLastIndex(
    (part, index) =>
      /^v?\d+\.\d+\.\d+(?:[-+][\w.]+)?$/.test(part) && parts.slice(Math.max(0, index - 2), index).some((before) => before.includes(name)),
  )
  return at < 0 ? undefined : parts[at]?.replace(/^v/, '')
}

/**
 * Finds a tool and its version from files alone; nothing is run. The version comes from the package that the command belongs to, also when the
 * command is a Windows shim beside `node_modules`, or from a version in its path; where neither tells it, it is left out.
 */
export function findInstallation(command: ToolCommand, place: Place): ToolInstallation | null {
  const paths = pathsOf(place)
  const found = firstCommand(command, place)
  if (found === undefined) return null
  const path = paths.normalize(found)
  const real = tried(() => realpathSync.native(path)) ?? path
  const besideShim = paths.join(paths.dirname(path), 'node_modules', ...command.npmPackage.split('/'))
  const homes = [...upwards(real, paths), besideShim, paths.join(paths.dirname(path), '..', ...command.npmPackage.split('/'))]
  const version =
    homes.reduce<string | undefined>(
      (found, folder) => found ?? packageVersion(paths.join(folder, 'package.json'), command.npmPackage),
      undefined,
    ) ?? pathVersion(real, command.name)
  return version === undefined ? { path } : { path, version }
}
