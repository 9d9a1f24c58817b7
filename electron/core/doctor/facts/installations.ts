import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { candidates, findInstallation } from '../../tools/installation'
import { pathsOf, variable } from '../../tools/paths'
import type { Place, ToolCommand } from '../../tools/tool'
import { tried } from './tried'

/** One program of a tool's name. */
export interface FoundTool {
  readonly path: string
  readonly version: string | undefined
  /** False when a terminal of this process's PATH does not find it. */
  readonly onPath: boolean
}

/** All of them, in the order of the PATH; names that lead to the same file count once. */
export function installations(command: ToolCommand, place: Place): readonly FoundTool[] {
  const paths = pathsOf(place)
  const onPath = new Set((variable(place, 'PATH') ?? '').split(paths.delimiter))
  const seen = new Set<string>()
  return [...candidates(command, place)].flatMap((candidate) => {
    if (!isCommand(candidate, place)) return []
    const path = paths.normalize(candidate)
    const real = tried(() => realpathSync(path)) ?? path
    if (seen.has(real)) return []
    seen.add(real)
    const folder = paths.dirname(path)
    const alone = findInstallation(command, { ...place, home: '/nowhere', env: { ...place.env, PATH: folder } })
    return [{ path, version: alone?.path === path ? alone.version : undefined, onPath: onPath.has(folder) }]
  })
}

const isCommand = (path: string, place: Place): boolean =>
  tried(() => {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false
    if (place.platform !== 'win32') accessSync(path, constants.X_OK)
    return true
  }) === true
