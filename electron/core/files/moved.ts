import { readFileSync, statSync } from 'node:fs'
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
  const stat = statSync(before.target, { bigint: true, throwIfNoEntry: false })
  const stamp = stat === undefined ? undefined : stampOf(stat)
  if (stamp !== before.content?.stamp || !holdsText(before.target, before.content)) throw new FileMoved(before.path)
}

const holdsText = (target: string, content: FileContent | undefined): boolean =>
  content === undefined || !content.young || readFileSync(target, 'utf8') === content.text
