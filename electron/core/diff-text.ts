import type { FileDiff } from '../../shared/model/switch'
import { maskKey } from './api-key'
import type { RecordedChange } from './files/change'
import type { Hunk } from './files/hunks'

/** Texts that must not be shown, longest first. */
export type Secrets = readonly string[]

/** Replaces every secret in a text by its masked form. Secrets of fewer than four characters would mask ordinary text and are left out. */
export function maskSecrets(content: string, secrets: Secrets): string {
  let masked = content
  for (const secret of secrets.filter(({ length }) => length >= 4).toSorted((a, b) => b.length - a.length)) {
    masked = masked.replaceAll(secret, maskKey(secret)).replaceAll(JSON.stringify(secret).slice(1, -1), maskKey(secret))
  }
  return masked
}

/** A recorded change as a unified diff (as of diff -u) with its secrets masked. */
export function fileDiff(change: Pick<RecordedChange, 'path' | 'before' | 'after' | 'hunks'>, secrets: Secrets): FileDiff {
  const head = `--- ${change.before === null ? '/dev/null' : change.path}\n+++ ${change.after === null ? '/dev/null' : change.path}\n`
  const body = change.hunks.map(hunkText).join('')
  return {
    path: change.path,
    change: change.before === null ? 'create' : change.after === null ? 'delete' : 'modify',
    diff: maskSecrets(`${head}${body}`, secrets),
  }
}

function hunkText({ line, lineAfter, lead, removed, added, trail }: Hunk): string {
  const before = lead.length + removed.length + trail.length
  const after = lead.length + added.length + trail.length
  const header = `@@ -${start(line - lead.length, before)} +${start(lineAfter - lead.length, after)} @@\n`
  return header + [...marked(' ', lead), ...marked('-', removed), ...marked('+', added), ...marked(' ', trail)].join('')
}

const start = (line: number, count: number): string => `${count === 0 ? line : line + 1},${count}`

const marked = (mark: string, lines: readonly string[]): string[] =>
  lines.map((line) => (line.endsWith('\n') ? `${mark}${line.replace(/\r?\n$/, '\n')}` : `${mark}${line}\n\\ No newline at end of file\n`))
