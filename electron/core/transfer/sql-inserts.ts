/** A row by its columns: texts, numbers, and null; anything else (blobs, expressions) is undefined. */
export type SqlRow = Readonly<Record<string, string | number | null | undefined>>

/** Rows that a SQLite dump inserts into these tables, in their order. Nothing is run; a statement that is cut off gives the rows before the cut. */
export function insertedRows(sql: string, tables: readonly string[]): ReadonlyMap<string, readonly SqlRow[]> {
  const rows = new Map<string, SqlRow[]>(tables.map((table) => [table, []]))
  for (const statement of statements(sql)) {
    const insert = readInsert(statement)
    if (insert === undefined) continue
    rows.get(insert.table)?.push(...insert.rows)
  }
  return rows
}

const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' }

/** Words, texts in quotes, and single signs, without comments. By hand: it must stay linear whatever the text is. Ends at a quote that is never closed. */
function* tokensOf(sql: string): Generator<string> {
  const word = /[\w.+-]+/y
  for (let at = 0; at < sql.length; ) {
    const sign = sql[at] ?? ''
    const close = closing[sign]
    const start = at
    if (sql.startsWith('--', at)) at = after(sql, '\n', at)
    else if (sql.startsWith('/*', at)) at = after(sql, '*/', at + 2)
    else if (close !== undefined) {
      const end = endOfQuoted(sql, at + 1, close)
      if (end < 0) return
      at = end + 1
      yield sql.slice(start, at)
    } else {
      word.lastIndex = at
      const [found = sign] = word.exec(sql) ?? []
      at += found.length
      if (found.trim() !== '') yield found
    }
  }
}

function after(sql: string, sign: string, from: number): number {
  const found = sql.indexOf(sign, from)
  return found < 0 ? sql.length : found + sign.length
}

/** A doubled quote is one quote inside the text. */
function endOfQuoted(sql: string, from: number, close: string): number {
  let end = sql.indexOf(close, from)
  while (end >= 0 && close !== ']' && sql[end + 1] === close) end = sql.indexOf(close, end + 2)
  return end
}

/** Tokens of each INSERT; others are skipped without being kept. */
function* statements(sql: string): Generator<readonly string[]> {
  let tokens: string[] = []
  let isInsert = true
  for (const token of tokensOf(sql)) {
    if (token === ';') {
      if (isInsert && tokens.length > 0) yield tokens
      tokens = []
      isInsert = true
    } else if (isInsert) {
      tokens.push(token)
      if (tokens.length === 1) isInsert = /^insert$/i.test(token)
    }
  }
}

function readInsert(tokens: readonly string[]): { readonly table: string; readonly rows: readonly SqlRow[] } | undefined {
  const into = tokens.findIndex((token) => /^into$/i.test(token))
  const values = tokens.findIndex((token) => /^values$/i.test(token))
  if (into < 0 || values < into) return undefined
  const table = bare(tokens[into + 1] ?? '')
  const columns = tokens
    .slice(into + 2, values)
    .filter((token) => !'(),'.includes(token))
    .map(bare)
  return {
    table,
    rows: tuples(tokens.slice(values + 1)).map((tuple) => Object.fromEntries(columns.map((column, at) => [column, tuple[at]]))),
  }
}

/** The values between each pair of outer brackets. */
function tuples(tokens: readonly string[]): readonly (readonly SqlRow[string][])[] {
  const found: SqlRow[string][][] = []
  let depth = 0
  let cell: string[] = []
  let row: SqlRow[string][] = []
  for (const token of tokens) {
    if (token === '(' && ++depth === 1) row = []
    else if (depth === 1 && (token === ',' || token === ')')) {
      row.push(cell.length === 1 ? literal(cell[0] ?? '') : undefined)
      cell = []
      if (token === ')') {
        found.push(row)
        depth = 0
      }
    } else if (depth > 0) {
      if (token === ')') depth -= 1
      cell.push(token)
    }
  }
  return found
}

const bare = (name: string): string => (/^["'`[]/.test(name) ? name.slice(1, -1) : name)

function literal(token: string): SqlRow[string] {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (/^null$/i.test(token)) return null
  return /^[+-]?\d+(?:\.\d+)?$/.test(token) ? Number(token) : undefined
}
