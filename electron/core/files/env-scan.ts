/** One assignment in a .env text. Offsets are in the text as it is; `valueStart` to `valueEnd` is the value with its quotes, without blanks. */
export interface Assignment {
  readonly key: string
  /** As dotenv reads it. */
  readonly value: string
  readonly keyStart: number
  readonly valueStart: number
  readonly valueEnd: number
}

/** dotenv's own expression (16 to 18, lib/main.js), from the first character of a line that is not blank; groups have indices. */
const assignmentForm =
  /(?:export\s+)?([\w.-]+)(\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/dmy
const lineStart = /[\n\u2028\u2029]/g
const blanks = /\s*/y

/** dotenv turns every line end into '\n' before it reads: the plain text, and the way back from its offsets to those of the text. */
function withPlainLines(text: string): { plain: string; back: (offset: number) => number } {
  if (!text.includes('\r')) return { plain: text, back: (offset) => offset }
  const dropped: number[] = []
  const plain = text.replace(/\r\n?/g, (end, at: number) => {
    if (end.length === 2) dropped.push(at - dropped.length)
    return '\n'
  })
  const back = (offset: number): number => {
    let low = 0
    let high = dropped.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((dropped[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }
  return { plain, back }
}

/** What dotenv makes of a value's text. */
function decode(raw: string): string {
  const value = raw.replace(/^(['"`])([\s\S]*)\1$/gm, '$2')
  return raw.startsWith('"') ? value.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : value
}

/** All assignments that dotenv sees, in order, repeated keys included. Other lines are ignored, as dotenv does. */
export function scanEnv(text: string): readonly Assignment[] {
  const { plain, back } = withPlainLines(text)
  const found: Assignment[] = []
  for (let at = 0; at < plain.length; ) {
    blanks.lastIndex = at
    blanks.test(plain)
    assignmentForm.lastIndex = blanks.lastIndex
    const match = assignmentForm.exec(plain)
    const [, key, separator, value] = match?.indices ?? []
    lineStart.lastIndex = match ? assignmentForm.lastIndex : blanks.lastIndex
    if (key && separator) {
      const written = plain.slice(...(value ?? [0, 0]))
      const start = (value?.[0] ?? separator[1]) + (written.trim() === '' ? 0 : written.length - written.trimStart().length)
      const raw = written.trim()
      found.push({
        key: plain.slice(...key),
        value: decode(raw),
        keyStart: back(key[0]),
        valueStart: back(start),
        valueEnd: back(start + raw.length),
      })
    }
    at = lineStart.test(plain) ? lineStart.lastIndex : plain.length
  }
  return found
}

/** The part of the text that an assignment fills: its lines, with the last one's line end where it has one. */
export function linesOf(text: string, { keyStart, valueEnd }: Assignment): { readonly start: number; readonly end: number } {
  let start = keyStart
  while (start > 0 && !/[\n\r\u2028\u2029\uFEFF]/.test(text.charAt(start - 1))) start -= 1
  const end = /\r\n|[\n\r\u2028\u2029]/g
  end.lastIndex = valueEnd
  return { start, end: end.test(text) ? end.lastIndex : text.length }
}
