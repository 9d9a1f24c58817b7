import { diffArrays } from 'diff'

/** Lines of context around a change. */
const CONTEXT = 3

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
export const linesOf = (content: string): string[] => content.match(/[^\n]*\n|[^\n]+$/g) ?? []

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
      open.removed.push(...part.value)
      line += part.value.length
    } else {
      open.added.push(...part.value)
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
export function textBefore(after: string, hunks: readonly Hunk[]): string {
  const lines = linesOf(after)
  for (const hunk of hunks.toReversed()) lines.splice(hunk.lineAfter, hunk.added.length, ...hunk.removed)
  return lines.join('')
}
