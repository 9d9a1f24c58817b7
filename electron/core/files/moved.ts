import { readFileSync, statSync } from 'node:fs'
import { systemCode } from '../problem'
import type { FileChange } from './change'
import { type FileContent, stampOf } from './snapshot'

/** A file was written by someone else between our reading and our writing: plan again. */
export class FileMoved extends Error {
  constructor(readonly file: string) {
    super(`${file} changed meanwhile`)
    this.name = 'FileMoved'
  }
}

/** Keys are never readable by others; everything else keeps its permissions. */
export const modeFor = ({ before, secret, mode }: FileChange): number => {
  const own = before.content?.mode ?? 0o600
  return mode ?? (secret ? own & 0o700 : own)
}

/**
 * Where times are too coarse to show a second write, the text itself is compared.
 * @throws {FileMoved} when a file is not what was read
 */
export function checkUnmoved({ before }: FileChange): void {
  const same = holdsText(before.target, before.content)
  const stat = statSync(before.target, { bigint: true, throwIfNoEntry: false })
  const stamp = stat === undefined ? undefined : stampOf(stat)
  if (!same || stamp !== before.content?.stamp) throw new FileMoved(before.path)
}

/** A file that is replaced in the very moment in which it gets another name counts as missing for the system. */
export function orMoved<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new FileMoved(file)
    throw error
  }
}

/** The look at the stamp comes last: the shorter the time from it to the rename, the less can happen in between. */
function holdsText(target: string, content: FileContent | undefined): boolean {
  if (content === undefined || !content.young) return true
  try {
    return readFileSync(target, 'utf8') === content.text
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
