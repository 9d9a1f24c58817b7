import { diffArrays } from 'diff'

/** Lines of context around a change. */
export const CONTEXT = 3

/** One run of changed lines. Lines keep their line ends, so that texts can be rebuilt byte for byte. */
export interface Hunk {
  /** Number of the first removed line in the text before, counted from 0. */
  readonly line: number
  /** The same place in the text after. */
  readonly lineAfter: number
  /** Up to three unchanged lines before and after, to be read by people. */
  readonly lead: readonly string[]
  readonly removed: readonly string[]
  readonly added: readonly string[]
  readonly trail: readonly string[]
}

/** Splits a text into lines with their ends; an empty text has none. */
export function linesOf(content: string): string[] {
  const lines: string[] = []
  for (let start = 0, end = 0; start < content.length; start = end) {
    end = content.indexOf('\n', start) + 1 || content.length
    lines.push(content.slice(start, end))
  }
  return lines
}

/** What changed between two texts. */
export function hunksBetween(before: string, after: string): Hunk[] {
  if (before === after) return []
  const a = linesOf(before)
  const b = linesOf(after)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const runs: { line: number; lineAfter: number; removed: string[]; added: string[] }[] = []
  let line = head
  let lineAfter = head
  let open: (typeof runs)[number] | undefined
  for (const part of diffArrays(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) {
    if (!part.added && !part.removed) {
      line += part.value.length
      lineAfter += part.value.length
      open = undefined
      continue
    }
    if (open === undefined) {
      open = { line, lineAfter, removed: [], added: [] }
      runs.push(open)
    }
    if (part.removed) {
      open.removed = open.removed.concat(part.value)
      line += part.value.length
    } else {
      open.added = open.added.concat(part.value)
      lineAfter += part.value.length
    }
  }
  return runs.map((run) => ({
    ...run,
    lead: a.slice(Math.max(0, run.line - CONTEXT), run.line),
    trail: a.slice(run.line + run.removed.length, run.line + run.removed.length + CONTEXT),
  }))
}

/** The text before, rebuilt from the text after. The caller makes sure that it is the very text that the hunks lead to. */
export const textBefore = (after: string, hunks: readonly Hunk[]): string =>
  swapped(
    after,
    hunks.map(({ lineAfter, added, removed }) => ({ at: lineAfter, out: added.length, lines: removed })),
  )

/** The text after, rebuilt from the text before. */
export const textAfter = (before: string, hunks: readonly Hunk[]): string =>
  swapped(
    before,
    hunks.map(({ line, added, removed }) => ({ at: line, out: removed.length, lines: added })),
  )

/**
 * Takes our change out of a text that someone else changed since, line by line, where it stands between the lines that it stood between. A change
 * that is not in the text any more needs no taking out.
 * @returns undefined where that is not certain
 */
export function withoutHunks(now: string, hunks: readonly Hunk[]): string | undefined {
  const lines = linesOf(now)
  const swaps: Swap[] = []
  for (const [index, { line, removed, added, ...around }] of hunks.entries()) {
    const previous = hunks[index - 1]
    const lead = lastOf(around.lead, previous === undefined ? line : line - previous.line - previous.removed.length)
    const trail = around.trail.slice(0, (hunks[index + 1]?.line ?? Number.POSITIVE_INFINITY) - line - removed.length)
    const ours = places(lines, [...lead, ...added, ...trail])
    const gone = places(lines, [...lead, ...removed, ...trail])
    if (ours.length === 1 && gone.length === 0) swaps.push({ at: (ours[0] ?? 0) + lead.length, out: added.length, lines: removed })
    else if (ours.length !== 0 || gone.length !== 1) return undefined
  }
  return swapped(now, swaps)
}

/** Lines around a change that belong to the next change are not what they were. */
const lastOf = (lines: readonly string[], count: number): readonly string[] => lines.slice(Math.max(0, lines.length - count))

interface Swap {
  readonly at: number
  readonly out: number
  readonly lines: readonly string[]
}

function swapped(content: string, swaps: readonly Swap[]): string {
  const lines = linesOf(content)
  const parts: string[] = []
  let from = 0
  for (const { at, out, lines: put } of swaps.toSorted((a, b) => a.at - b.at)) {
    parts.push(lines.slice(from, at).join(''), put.join(''))
    from = at + out
  }
  return parts.join('') + lines.slice(from).join('')
}

function places(lines: readonly string[], wanted: readonly string[]): number[] {
  const found: number[] = []
  for (let at = 0; at + wanted.length <= lines.length; at++) if (wanted.every((line, index) => lines[at + index] === line)) found.push(at)
  return found
}
