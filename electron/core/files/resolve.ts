import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { refused, systemCode } from '../problem'

const MAX_LINKS = 40

/**
 * The file that a path really means: links are followed, so that a write goes through a link instead of replacing it. Without links the result
 * may not exist yet.
 * @throws {ProblemError} `link-loop` when links lead in a circle, `link-dangles` when one leads to nothing: its owner may be on a disk or in a
 *   repository that is not there now, and must not be made anew
 */
export function resolveTarget(given: string): string {
  let current = given
  for (let hops = 0; hops < MAX_LINKS; hops++) {
    const link = readLink(current)
    if (link === undefined) {
      if (hops > 0 && !existsSync(current)) throw dangling(given, current)
      return realParent(current)
    }
    current = path.resolve(path.dirname(realParent(current)), link)
  }
  throw loop(given)
}

function readLink(file: string): string | undefined {
  try {
    return lstatSync(file).isSymbolicLink() ? readlinkSync(file) : undefined
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return undefined
    if (code === 'ELOOP') throw loop(file)
    throw error
  }
}

/** A missing folder may be a dangling link too. */
function realParent(file: string): string {
  const parent = path.dirname(file)
  try {
    return path.join(realpathSync.native(parent), path.basename(file))
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' && parent !== file) return path.join(resolveTarget(parent), path.basename(file))
    if (code === 'ELOOP') throw loop(parent)
    throw error
  }
}

const dangling = (file: string, target: string) =>
  refused(
    'link-dangles',
    text(`${file} is a symbolic link to ${target}, which is not there.`, `${file} 是指向 ${target} 的符号链接，但目标不存在。`),
    text(
      'Bring its target back (mount the disk, check out the repository) or remove the link, then try again.',
      '请恢复其目标（挂载磁盘或检出仓库），或删除该链接，然后重试。',
    ),
    { file },
  )

const loop = (file: string) =>
  refused(
    'link-loop',
    text(`${file} is a symbolic link that leads back to itself.`, `${file} 是一个指向自身的符号链接。`),
    text('Remove the link or point it at a real file, then try again.', '请删除该链接或让它指向真实的文件，然后重试。'),
    { file },
  )
