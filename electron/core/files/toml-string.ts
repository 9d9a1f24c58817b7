import { isPlain, lineEndAt, type Reader, refuse } from './toml-reader'
import { tomlReasons } from './toml-reasons'

const escapes: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
})
const hexLengths: Readonly<Record<string, number>> = Object.assign(Object.create(null), { x: 2, u: 4, U: 8 })
const continuation = /\\[ \t]*\r?\n(?:[ \t\n]|\r\n)*/y
const quote = 34
const backslash = 92

/** The character of the escape at the reader's backslash. TOML 1.1: also \e and \xHH. */
function readEscape(reader: Reader): string {
  const name = reader.text.charAt(reader.at + 1)
  const simple = escapes[name]
  const length = hexLengths[name] ?? 0
  const digits = reader.text.slice(reader.at + 2, reader.at + 2 + length)
  const code = /^[\da-f]+$/i.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1
  const isScalar = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  if (simple === undefined && !isScalar) refuse(reader, tomlReasons.escape)
  reader.at += 2 + length
  return simple ?? String.fromCodePoint(code)
}

/** Goes past a backslash at a line end with the blanks and line ends after it; false if the backslash is something else. */
function skipContinuation(reader: Reader): boolean {
  continuation.lastIndex = reader.at
  const found = continuation.exec(reader.text)
  reader.at += found?.[0].length ?? 0
  return found !== null
}

function readLine(reader: Reader, mark: number): string {
  const { text } = reader
  const start = reader.at
  let from = start + 1
  let done = ''
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code === mark) {
      reader.at = at + 1
      return done + text.slice(from, at)
    }
    if (code === backslash && mark === quote) {
      reader.at = at
      done += text.slice(from, at) + readEscape(reader)
      from = reader.at
      at = from - 1
    } else if (!isPlain(code)) refuse(reader, tomlReasons.openString, start)
  }
}

/** How many marks end a multi-line string here: 3, or up to 5 where it ends with marks of its own; 0 where it does not end. */
function closingMarks(text: string, at: number, mark: number): number {
  let count = 0
  while (count < 5 && text.charCodeAt(at + count) === mark) count += 1
  return count < 3 ? 0 : count
}

function readLines(reader: Reader, mark: number): string {
  const { text } = reader
  const start = reader.at
  reader.at += 3
  reader.at += lineEndAt(text, reader.at)
  let done = ''
  let from = reader.at
  for (;;) {
    const code = text.charCodeAt(reader.at)
    const marks = code === mark ? closingMarks(text, reader.at, mark) : 0
    if (marks > 0) {
      reader.at += marks
      return done + text.slice(from, reader.at - 3)
    }
    if (code === backslash && mark === quote) {
      done += text.slice(from, reader.at)
      done += skipContinuation(reader) ? '' : readEscape(reader)
      from = reader.at
    } else if (isPlain(code) || code === 10) reader.at += 1
    else if (lineEndAt(text, reader.at) === 2) {
      done += text.slice(from, reader.at)
      reader.at += 1
      from = reader.at
    } else refuse(reader, tomlReasons.openString, start)
  }
}

/** Reads a string of any of the four kinds; line ends within it count as \n. */
export function readString(reader: Reader): string {
  const { text, at } = reader
  const mark = text.charCodeAt(at)
  return text.charCodeAt(at + 1) === mark && text.charCodeAt(at + 2) === mark ? readLines(reader, mark) : readLine(reader, mark)
}

/** Reads a string that must be on one line (keys). */
export const readKeyString = (reader: Reader): string => readLine(reader, reader.text.charCodeAt(reader.at))
