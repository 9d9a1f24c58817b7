import { lstatSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LayerSource } from '../../tools/layers'
import type { Place } from '../../tools/tool'
import { olderThan } from '../../tools/version'
import { tried } from './tried'
import { type Access, accessOf, isTrusted, powershellOf, writersOf } from './windows-access'

/** Why a tool passes over a file of the machine's: somebody else than root or an administrator could have written it. */
export interface Refusal {
  /** The file of the layer. */
  readonly file: string
  /** The file, or what it leads to, or a folder above one of them. */
  readonly path: string
  /** `untold`: Windows did not say who may write to it. */
  readonly reason: 'owner' | 'writers' | 'untold'
  /** Whose it is, or who else may write to it, where the system has names for that. */
  readonly who?: string
}

/** How the machine is looked at. */
export interface Machine {
  /** Where a file really is; undefined when it is not there. */
  real(file: string): string | undefined
  access(paths: readonly string[]): Promise<readonly (Access | undefined)[]>
}

const machineOf = (place: Place): Machine => ({
  real: (file) => tried(() => realpathSync(file)),
  access: (paths) => accessOf(paths, powershellOf(place)),
})

/**
 * What makes a tool pass over files that must be root's or an administrator's, by the id of the layer; nothing for those that it reads and those that are not
 * there.
 * @param version of the tool, where it is known
 */
export async function refusalsOf(
  sources: readonly LayerSource[],
  place: Place,
  version: string | undefined,
  machine = machineOf(place),
): Promise<ReadonlyMap<string, Refusal>> {
  const windows = place.platform === 'win32'
  const asked = sources.flatMap(({ id, file, rootOnly }) => {
    if (file === undefined || rootOnly === undefined || olderThan(version, rootOnly.since)) return []
    const real = machine.real(file.path)
    if (real === undefined) return []
    return [{ id, file: file.path, paths: windows ? pathsOnWindows(file.path, real) : pathsOnPosix(file.path, real) }]
  })
  const all = [...new Set(asked.flatMap(({ paths }) => paths))]
  const lists = windows && all.length > 0 ? await machine.access(all) : []
  const distrust = windows ? (at: string) => distrustedOnWindows(lists[all.indexOf(at)]) : distrustedOnPosix
  return new Map(
    asked.flatMap(({ id, file, paths }) => {
      for (const at of paths) {
        const found = distrust(at)
        if (found !== undefined) return [[id, { file, path: at, ...found }] as const]
      }
      return []
    }),
  )
}

/** The path, and every folder above it. */
function upwards(at: string, rules: path.PlatformPath): readonly string[] {
  const above = rules.dirname(at)
  return above === at ? [at] : [at, ...upwards(above, rules)]
}

const pathsOnPosix = (file: string, real: string): readonly string[] => [
  ...new Set([...upwards(file, path.posix), ...upwards(real, path.posix)]),
]

/** Case does not count there, and the root of a drive is not asked about. */
const pathsOnWindows = (file: string, real: string): readonly string[] => {
  const plain = (at: string) => path.win32.resolve(at.replace(/^\\\\\?\\(?!UNC\\)/i, '').replace(/^\\\\\?\\UNC\\/i, '\\\\')).toLowerCase()
  const found = [file, real].flatMap((at) => upwards(plain(at), path.win32).slice(0, -1))
  return [...new Set(found)]
}

const OTHERS_WRITE = 0o022

type Distrust = Pick<Refusal, 'reason' | 'who'> | undefined

/** A link counts by its owner, what it leads to by owner and mode. */
function distrustedOnPosix(at: string): Distrust {
  const [link, stat] = [tried(() => lstatSync(at)), tried(() => statSync(at))]
  if (link?.uid !== 0 || stat?.uid !== 0) return { reason: 'owner' }
  return (stat.mode & OTHERS_WRITE) === 0 ? undefined : { reason: 'writers' }
}

function distrustedOnWindows(access: Access | undefined): Distrust {
  // Gemini CLI asks in the same way, and takes no answer for a no.
  if (access === undefined) return { reason: 'untold' }
  if (!isTrusted(access.owner)) return { reason: 'owner', who: access.owner.name }
  const writers = writersOf(access)
  return writers.length === 0 ? undefined : { reason: 'writers', who: [...new Set(writers.map(({ name }) => name))].join(', ') }
}
