/** One assignment in a .env text. Offsets are in the text as it is; `valueStart` to `valueEnd` is the value with its quotes, without blanks. */
export interface Assignment {
  readonly key: string
  /** As dotenv reads it. */
  readonly value: string
  readonly keyStart: number
  readonly valueStart: number
  readonly valueEnd: number
}

/**
 * dotenv's own expression (16 to 18, lib/main.js), cut in pieces that are used one after the other: as a whole it overflows the stack on
 * long quoted values and is slow on long runs of blank lines. A key stands at the first character of a line that is not blank.
 */
const keyForm = /(?:export\s+)?([\w.-]+)(?:\s*=|:\s)/dy
const plainForm = /[^#\r\n]*/y
const blanks = /\s*/y
const lineStart = /[\n\u2028\u2029]/g
const behindQuote = /[^\S\n\u2028\u2029]*(?:[#\n\u2028\u2029]|$)/y

function endOf(form: RegExp, text: string, at: number): number {
  form.lastIndex = at
  return form.test(text) ? form.lastIndex : at
}

/**
 * Where the quoted value that starts at `at` ends; -1 if there is none. Only blanks and a comment may follow on its line. A quote behind a
 * backslash closes a value too, but a later one is taken first, up to the first without a backslash.
 */
function quotedEnd(text: string, at: number): number {
  const quote = text.charAt(at)
  if (quote !== "'" && quote !== '"' && quote !== '`') return -1
  let end = -1
  for (let close = text.indexOf(quote, at + 1); close !== -1; close = text.indexOf(quote, close + 1)) {
    behindQuote.lastIndex = close + 1
    if (behindQuote.test(text)) end = close + 1
    if (text.charAt(close - 1) !== '\\') return end
  }
  return end
}

/** The part of the text that the value behind a key fills; `at` is behind the separator. */
function valueSpan(text: string, at: number): readonly [start: number, end: number] {
  const start = endOf(blanks, text, at)
  const quoted = quotedEnd(text, start)
  if (quoted !== -1) return [start, quoted]
  const written = text.slice(at, endOf(plainForm, text, at))
  const raw = written.trim()
  const begin = raw === '' ? at : at + written.length - written.trimStart().length
  return [begin, begin + raw.length]
}

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
    at = keyForm.lastIndex = endOf(blanks, plain, at)
    const [whole, key] = keyForm.exec(plain)?.indices ?? []
    if (whole && key) {
      const [start, end] = valueSpan(plain, whole[1])
      const value = decode(plain.slice(start, end))
      found.push({ key: plain.slice(...key), value, keyStart: back(key[0]), valueStart: back(start), valueEnd: back(end) })
      at = end
    }
    lineStart.lastIndex = at
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
