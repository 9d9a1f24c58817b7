import type { TomlDocument } from './toml-document'

/** Where a new line goes: an offset, and how many line ends must stand before and after it. */
export interface Gap {
  readonly at: number
  readonly before: number
  readonly after: number
}

export const lineStart = (body: string, at: number): number => body.lastIndexOf('\n', at - 1) + 1

/** The blanks that a line starts with, up to an offset; '' if anything else stands before it. */
export function indentOf(body: string, at: number): string {
  const indent = body.slice(lineStart(body, at), at)
  return /^[ \t]*$/.test(indent) ? indent : ''
}

/** Where the line before a line start begins. */
const previousLine = (body: string, start: number): number => lineStart(body, start - 1)

const isBlankLine = (body: string, start: number, end: number): boolean => body.slice(start, end).trim() === ''

/** The start of the comments that stand directly above the line at an offset; they belong to it. Nothing before `limit` is looked at. */
export function commentsAbove(body: string, at: number, limit: number): number {
  let start = lineStart(body, at)
  for (;;) {
    const previous = previousLine(body, start)
    if (start === 0 || previous < limit || !/^[ \t]*#/.test(body.slice(previous, start))) return start
    start = previous
  }
}

/** A new line after the one at an offset. In a file without a final newline there is still none afterwards. */
export function gapAfterLine(body: string, at: number): Gap {
  const end = body.indexOf('\n', at)
  return end === -1 ? { at: body.length, before: 1, after: 0 } : { at: end + 1, before: 0, after: 1 }
}

/** A new paragraph at the end of the text. */
export function gapAtEnd(body: string): Gap {
  const at = body.length
  if (body === '') return { at, before: 0, after: 1 }
  if (!body.endsWith('\n')) return { at, before: 2, after: 0 }
  return { at, before: isBlankLine(body, previousLine(body, at), at) ? 0 : 1, after: 1 }
}

/** The first root key: above the first header with its comments, below the comments at the top of the file, with a blank line around it. */
export function gapAtTop({ body, sections }: TomlDocument): Gap {
  const [first] = sections
  return first ? { at: commentsAbove(body, first.start, 0), before: 0, after: 2 } : gapAtEnd(body)
}
