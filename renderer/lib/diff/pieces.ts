import { type Syntax, type TokenKind, tokenize } from './tokenize'
import type { Part } from './word-diff'

/** A piece of a line with one look. */
export interface Piece {
  /** Where it begins within what is shown; unique within the line. */
  readonly at: number
  readonly text: string
  readonly kind: TokenKind
  readonly changed: boolean
}

/** More than this of one line is not drawn; what is cut is said. */
const longest = 2000
/** Characters shown before the first difference of a line that is too long. */
const lead = 200

export interface CutLine {
  readonly pieces: readonly Piece[]
  /** Characters left out before and after. */
  readonly before: number
  readonly after: number
}

/** A line as pieces: colours and changes laid over each other; of an endless line the part with the first change. */
export function cutLine(text: string, syntax: Syntax, parts: readonly Part[] = [{ text, changed: false }]): CutLine {
  const firstChange = parts[0]?.changed ? 0 : (parts[0]?.text.length ?? 0)
  const from = text.length <= longest || firstChange <= longest - lead ? 0 : firstChange - lead
  const to = Math.min(text.length, from + longest)
  const shown = overlay(tokenize(text.slice(from, to), syntax), cut(parts, from, to))
  return { pieces: shown, before: from, after: text.length - to }
}

function cut(parts: readonly Part[], from: number, to: number): readonly Part[] {
  let at = 0
  return parts.flatMap((part) => {
    const [start, end] = [Math.max(from, at) - at, Math.min(to, at + part.text.length) - at]
    at += part.text.length
    return end > start ? [{ ...part, text: part.text.slice(start, end) }] : []
  })
}

function overlay(tokens: readonly { readonly kind: TokenKind; readonly text: string }[], parts: readonly Part[]): readonly Piece[] {
  const pieces: Piece[] = []
  let part = 0
  let used = 0
  let start = 0
  for (const token of tokens) {
    for (let at = 0; at < token.text.length; ) {
      const { text = token.text.slice(at), changed = false } = parts[part] ?? {}
      const length = Math.min(token.text.length - at, text.length - used)
      pieces.push({ at: start, text: token.text.slice(at, at + length), kind: token.kind, changed })
      start += length
      at += length
      used += length
      if (used >= text.length) {
        part += 1
        used = 0
      }
    }
  }
  return pieces
}
