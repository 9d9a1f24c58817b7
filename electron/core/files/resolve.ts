import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { refused, systemCode } from '../problem'

const MAX_LINKS = 40

/**
 * The file that a path really means: links are followed, also dangling ones, so that a write goes through a link instead of replacing it.
 * The result may not exist yet.
 * @throws {ProblemError} `link-loop` when links lead in a circle
 */
export function resolveTarget(given: string): string {
  let current = given
  for (let hops = 0; hops < MAX_LINKS; hops++) {
    const link = readLink(current)
    if (link === undefined) return realParent(current)
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
    return path.join(realpathSync(parent), path.basename(file))
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' && parent !== file) return path.join(resolveTarget(parent), path.basename(file))
    if (code === 'ELOOP') throw loop(parent)
    throw error
  }
}

const loop = (file: string) =>
  refused(
    'link-loop',
    text(`${file} is a symbolic link that leads back to itself.`, `${file} 是一个指向自身的符号链接。`),
    text('Remove the link or point it at a real file, then try again.', '请删除该链接或让它指向真实的文件，然后重试。'),
    { file },
  )
