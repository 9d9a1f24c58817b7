/** Takes a leading byte order mark off a text; `bom` is '' or the mark, and `bom + body` is the text. */
export function splitBom(text: string): { readonly bom: string; readonly body: string } {
  return text.charCodeAt(0) === 0xfeff ? { bom: text.slice(0, 1), body: text.slice(1) } : { bom: '', body: text }
}

/** The line end a text uses: that of its first line; '\n' where it has none. */
export function eolOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n')
  return at > 0 && text.charCodeAt(at - 1) === 13 ? '\r\n' : '\n'
}

/** Where an offset (UTF-16 units) is, as people count: line and column from 1. Only '\n' starts a line; a BOM takes no column. */
export function lineColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const end = Math.max(0, Math.min(offset, text.length))
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  let start = bom
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { line, column: Math.max(0, end - start) + 1 }
}
