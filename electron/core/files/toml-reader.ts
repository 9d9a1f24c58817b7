import type { LocalText } from '../../../shared/model/text'
import { ConfigSyntaxError } from './editor'
import { lineColumn } from './text-shape'
import { tomlReasons } from './toml-reasons'

/** A place in a text (without BOM) that moves forward as it is read. */
export interface Reader {
  readonly text: string
  at: number
}

/** Refuses the text at the reader's place, or at the offset given. */
export function refuse(reader: Reader, reason: LocalText, offset = reader.at): never {
  const { line, column } = lineColumn(reader.text, offset)
  throw new ConfigSyntaxError(reason, line, column)
}

/** True for what may stand in comments and strings. NaN (the end of the text) and line ends are not plain. */
export const isPlain = (code: number): boolean => (code >= 32 && code !== 127) || code === 9

/** Length of the line end at an offset: 0, 1 or 2. */
export function lineEndAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 10) return 1
  return code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 0
}

export function skipSpace(reader: Reader): void {
  const { text } = reader
  let { at } = reader
  for (let code = text.charCodeAt(at); code === 32 || code === 9; code = text.charCodeAt(at)) at += 1
  reader.at = at
}

function skipComment(reader: Reader): void {
  const { text } = reader
  let { at } = reader
  if (text.charCodeAt(at) !== 35) return
  while (isPlain(text.charCodeAt(at))) at += 1
  reader.at = at
  if (at < text.length && lineEndAt(text, at) === 0) refuse(reader, tomlReasons.control)
}

/** Skips blanks, comments and line ends. */
export function skipLines(reader: Reader): void {
  for (;;) {
    skipSpace(reader)
    skipComment(reader)
    const length = lineEndAt(reader.text, reader.at)
    if (length === 0) return
    reader.at += length
  }
}

/** Goes past the rest of a line that may hold nothing but a comment. */
export function endLine(reader: Reader): void {
  skipSpace(reader)
  skipComment(reader)
  const length = lineEndAt(reader.text, reader.at)
  if (length === 0 && reader.at < reader.text.length) refuse(reader, tomlReasons.lineEnd)
  reader.at += length
}
