import { readFileSync, statfsSync } from 'node:fs'
import type { Place } from '../../tools/tool'
import { existingAbove } from './tried'

export interface DiskFacts {
  /** Bytes that the user may still write where home is; undefined where the system does not tell. */
  readonly free: number | undefined
  /** The kind of network file system that home or the data folder is on, such as `nfs4`. */
  readonly network: string | undefined
}

const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|sshfs|fuse\.sshfs|afpfs|webdav|davfs|fuse\.davfs2|9p|drvfs|ceph|glusterfs|fuse\.glusterfs)$/

export async function readDisk(place: Place, dataFolder: string): Promise<DiskFacts> {
  return { free: freeBytes(place.home), network: networkKind(place, [place.home, dataFolder]) }
}

function freeBytes(folder: string): number | undefined {
  const there = existingAbove(folder)
  if (there === undefined) return undefined
  const { bavail, bsize } = statfsSync(there)
  return bavail * bsize
}

/** /proc/mounts on Linux; a path of the form \\server\share on Windows. macOS tells neither without a program. */
function networkKind(place: Place, folders: readonly string[]): string | undefined {
  if (place.platform === 'win32') return folders.some((folder) => /^\\\\(?!wsl)/i.test(folder)) ? 'SMB' : undefined
  if (place.platform !== 'linux') return undefined
  return networkMount(readMounts(), folders)
}

/** The network file system that one of these folders is on, from a table of mounts as /proc/mounts has it. */
export function networkMount(table: string, folders: readonly string[]): string | undefined {
  const mounts = mountsOf(table)
  return folders.map((folder) => longest(mounts, folder)).find((kind) => kind !== undefined && networkTypes.test(kind))
}

function readMounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return ''
    throw error
  }
}

/** Mount point and type; blanks in paths are written as \040. */
const mountsOf = (table: string): readonly (readonly [string, string])[] =>
  table.split('\n').flatMap((line) => {
    const [, point, kind] = line.split(' ')
    return point === undefined || kind === undefined ? [] : [[point.replaceAll('\\040', ' '), kind] as const]
  })

function longest(mounts: readonly (readonly [string, string])[], folder: string): string | undefined {
  const under = (point: string) => folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`)
  return mounts.filter(([point]) => under(point)).sort(([a], [b]) => b.length - a.length)[0]?.[1]
}
