import type { ChangedFile, FileDiff } from '../../shared/model/switch'
import type { RecordedChange } from './files/change'
import { CONTEXT, type Hunk } from './files/hunks'
import { masker, type Secrets } from './redact/mask-secrets'

type Shown = Pick<RecordedChange, 'path' | 'before' | 'after' | 'hunks'>

/** What becomes of a file, for those who do not look at how. */
export const changedFile = ({ path, before, after }: Pick<RecordedChange, 'path' | 'before' | 'after'>): ChangedFile => ({
  path,
  change: before === null ? 'create' : after === null ? 'delete' : 'modify',
})

/** Recorded changes as unified diffs (as of diff -u) with their secrets masked. */
export function fileDiffs(changes: readonly Shown[], secrets: Secrets): FileDiff[] {
  const mask = masker(secrets)
  return changes.map((change) => fileDiff(change, mask))
}

function fileDiff(change: Shown, mask: (content: string) => string): FileDiff {
  const head = `--- ${change.before === null ? '/dev/null' : change.path}\n+++ ${change.after === null ? '/dev/null' : change.path}\n`
  const body = together(change.hunks).map(hunkText).join('')
  return { ...changedFile(change), diff: mask(`${head}${body}`) }
}

/** Runs of changes that are so near to each other that their context would overlap are shown as one. */
function together(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = []
  let last: Hunk | undefined
  for (const hunk of hunks) {
    if (last !== undefined && gapBetween(last, hunk) <= 2 * CONTEXT) groups.at(-1)?.push(hunk)
    else groups.push([hunk])
    last = hunk
  }
  return groups
}

const gapBetween = (first: Hunk, second: Hunk): number => second.line - first.line - first.removed.length

/** The unchanged lines between two runs: the first ones follow the first run, the others lead to the second. */
function linesBetween(first: Hunk, second: Hunk): string[] {
  const gap = gapBetween(first, second)
  return gap <= CONTEXT ? first.trail.slice(0, gap) : [...first.trail, ...second.lead.slice(CONTEXT - gap)]
}

function hunkText(group: readonly Hunk[]): string {
  const [first] = group
  const last = group.at(-1)
  if (first === undefined || last === undefined) return ''
  const body = group.flatMap((hunk, index) => {
    const next = group[index + 1]
    return [...marked('-', hunk.removed), ...marked('+', hunk.added), ...(next === undefined ? [] : marked(' ', linesBetween(hunk, next)))]
  })
  const before = last.line + last.removed.length + last.trail.length - (first.line - first.lead.length)
  const after = last.lineAfter + last.added.length + last.trail.length - (first.lineAfter - first.lead.length)
  const header = `@@ -${start(first.line - first.lead.length, before)} +${start(first.lineAfter - first.lead.length, after)} @@\n`
  return header + [...marked(' ', first.lead), ...body, ...marked(' ', last.trail)].join('')
}

const start = (line: number, count: number): string => `${count === 0 ? line : line + 1},${count}`

const marked = (mark: string, lines: readonly string[]): string[] =>
  lines.map((line) => (line.endsWith('\n') ? `${mark}${line.replace(/\r?\n$/, '\n')}` : `${mark}${line}\n\\ No newline at end of file\n`))
