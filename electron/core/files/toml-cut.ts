import { splice, type TomlDocument } from './toml-document'
import { gapAfterLine, indentOf } from './toml-lines'
import { lineEndAt, type Reader, skipLines, skipSpace } from './toml-reader'
import type { Entry } from './toml-table'

/** What an insert wrote around its value: see toml-insert.ts. */
export type Hints = Readonly<Record<string, string>>

/** Length of the line end before an offset: 0, 1 or 2. */
function lineEndBefore(text: string, at: number): number {
  if (text.charCodeAt(at - 1) !== 10) return 0
  return text.charCodeAt(at - 2) === 13 ? 2 : 1
}

const isBlankAbove = (body: string, start: number): boolean => {
  const length = lineEndBefore(body, start)
  return length > 0 && (start === length || body.charCodeAt(start - length - 1) === 10)
}

const lengthOfBlanks = (text: string, at: number): number => {
  const reader: Reader = { text, at }
  skipSpace(reader)
  return reader.at - at
}

/**
 * Takes out a line, with the line ends and blank lines that were written with it as far as they still stand around it. Those that are missing
 * below are taken from above: a place that was taken back earlier had them.
 */
export function cutLine(document: TomlDocument, start: number, end: number, hints: Hints): void {
  const { body } = document
  let from = start - indentOf(body, start).length
  let to = end + lengthOfBlanks(body, end)
  const isShared = to < body.length && lineEndAt(body, to) === 0
  if (isShared) {
    splice(document, start, to, '')
    return
  }
  const before = Number(hints.before ?? 0)
  const after = Number(hints.after ?? 1)
  const isLast = from > 0 && (after === 0 || to === body.length)
  let above = before + after
  for (let count = isLast ? 0 : Math.max(after, 1); count > 0 && lineEndAt(body, to) > 0; count -= 1) {
    to += lineEndAt(body, to)
    above -= 1
  }
  for (; above > 0 && (isLast || isBlankAbove(body, from)); above -= 1) from -= lineEndBefore(body, from)
  splice(document, from, to, '')
}

/** Length of the line end that is all of the line below an entry; 0 if there is something on that line, or no line. */
export const lineEndBelow = ({ body }: TomlDocument, entry: Entry): number => lineEndAt(body, gapAfterLine(body, entry.value.end).at)

/** The first root key came with a blank line below it; this takes that away where other root keys have come in between. */
export function cutBlankLineBelow(document: TomlDocument, last: Entry): void {
  const { at } = gapAfterLine(document.body, last.value.end)
  splice(document, at, at + lineEndBelow(document, last), '')
}

/** The offset of the comma after an offset, past blanks and comments; undefined if something else follows. */
function commaAfter(text: string, at: number): number | undefined {
  const reader: Reader = { text, at }
  skipLines(reader)
  return text.charCodeAt(reader.at) === 44 ? reader.at : undefined
}

/** Takes out a blank that was written inside the braces, if it still stands at this offset. */
function cutBlank(document: TomlDocument, at: number, hint: string | undefined): void {
  if (hint === ' ' && document.body.charAt(at) === ' ') splice(document, at, at + 1, '')
}

/** Takes out a stretch and a comma further on (or before it); what stands between them goes too unless it is a comment. */
function cutWithComma(document: TomlDocument, from: number, to: number, comma: number): void {
  const { body } = document
  const [first, last] = comma < from ? [comma + 1, from] : [to, comma]
  const after = comma < from ? comma + 1 : comma + 1 + lengthOfBlanks(body, comma + 1)
  if (body.slice(first, last).trim() === '') splice(document, Math.min(from, comma), Math.max(to, after), '')
  else {
    const [later, earlier] =
      comma < from
        ? [
            { from, to },
            { from: comma, to: after },
          ]
        : [
            { from: comma, to: after },
            { from, to },
          ]
    splice(document, later.from, later.to, '')
    splice(document, earlier.from, earlier.to, '')
  }
}

/** Takes an entry out of an inline table, with the comma before it or, for the first one, the comma after it. Comments stay. */
export function cutInline(document: TomlDocument, entry: Entry, previous: Entry | undefined, hints: Hints): void {
  const { start, value, home } = entry
  const comma = commaAfter(document.body, previous ? previous.value.end : value.end)
  if (comma === undefined) splice(document, start, value.end, '')
  else cutWithComma(document, start, value.end, comma)
  if (previous) return
  cutBlank(document, home.entries.at(-1)?.value.end ?? start, hints.trail)
  cutBlank(document, start - 1, hints.lead)
}
