import { lstatSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LayerSource } from '../../tools/layers'
import { olderThan } from '../../tools/version'
import { tried } from './tried'

/** Why a tool passes over a file of the machine's: somebody else than root could have written it. */
export interface Refusal {
  /** The file itself, or a folder above it. */
  readonly path: string
  readonly reason: 'owner' | 'mode'
}

/**
 * What makes a tool pass over a file that must be root's; undefined where it reads it, or where the file is not there. Not judged on Windows,
 * whose access lists are another matter.
 * @param version of the tool, where it is known
 */
export function refusalOf({ file, rootOnly }: LayerSource, platform: string, version: string | undefined): Refusal | undefined {
  if (file === undefined || rootOnly === undefined || platform === 'win32' || olderThan(version, rootOnly.since)) return undefined
  const real = tried(() => realpathSync(file.path))
  if (real === undefined) return undefined
  for (const one of new Set([...upwards(file.path), ...upwards(real)])) {
    const reason = distrusted(one)
    if (reason !== undefined) return { path: one, reason }
  }
  return undefined
}

/** The path, and every folder above it. */
function upwards(at: string): readonly string[] {
  const above = path.dirname(at)
  return above === at ? [at] : [at, ...upwards(above)]
}

const OTHERS_WRITE = 0o022

/** A link counts by its owner, what it leads to by owner and mode. */
function distrusted(at: string): Refusal['reason'] | undefined {
  const [link, stat] = [tried(() => lstatSync(at)), tried(() => statSync(at))]
  if (link?.uid !== 0 || stat?.uid !== 0) return 'owner'
  return (stat.mode & OTHERS_WRITE) === 0 ? undefined : 'mode'
}
