import type { Before, Path } from './editor'
import { readHeader, splice, type TomlDocument } from './toml-document'
import { type Gap, gapAfterLine, gapAtEnd, gapAtTop, indentOf } from './toml-lines'
import type { Reader } from './toml-reader'
import { define, type Entry, enlist, type Table } from './toml-table'
import { readEntry } from './toml-value'
import { writeKeys } from './toml-write'

const absent = (hints: Readonly<Record<string, string>>): Before => ({ kind: 'absent', hints })

const gapHints = ({ before, after }: Gap): Readonly<Record<string, string>> => ({ before: String(before), after: String(after) })

/** Reads an entry that was just written into the text, and takes it up after its neighbour. */
function takeUp(document: TomlDocument, home: Table, start: number, neighbour: Entry | undefined): void {
  const entry = readEntry({ text: document.body, at: start }, home)
  define(entry)
  enlist(entry, neighbour)
}

/** Writes source text on lines of its own; gives the offset of the source. */
function writeLine(document: TomlDocument, gap: Gap, indent: string, source: string): number {
  const lead = document.eol.repeat(gap.before) + indent
  splice(document, gap.at, gap.at, lead + source + document.eol.repeat(gap.after))
  return gap.at + lead.length
}

/** Adds `keys = raw` as a line of the root or of a table with a header, after a neighbour (or, without one, as its first line). */
function insertLine(document: TomlDocument, home: Table, neighbour: Entry | undefined, keys: Path, raw: string): Before {
  const { body } = document
  const anchor = neighbour ?? home.section
  const gap = anchor ? gapAfterLine(body, neighbour?.value.end ?? home.section?.end ?? 0) : gapAtTop(document)
  const start = writeLine(document, gap, anchor ? indentOf(body, anchor.start) : '', `${writeKeys(keys)} = ${raw}`)
  takeUp(document, home, start, neighbour)
  return absent({ form: 'line', ...gapHints(gap) })
}

/** Adds `keys = raw` to an inline table, after a neighbour. What it writes around it depends on what stands there. */
function insertInline(document: TomlDocument, home: Table, neighbour: Entry | undefined, keys: Path, raw: string): Before {
  const source = `${writeKeys(keys)} = ${raw}`
  const at = neighbour?.value.end ?? (home.holder?.value.start ?? 0) + 1
  const lead = neighbour ? ', ' : ' '
  const trail = !neighbour && document.body.charAt(at) === '}' ? ' ' : ''
  splice(document, at, at, lead + source + trail)
  takeUp(document, home, at + lead.length, neighbour)
  return absent({ form: 'inline', lead, trail })
}

/** Adds a value to a table that is the root, has a header, is inline or made by dotted keys. `keys` start at that table. */
export function insertEntry(document: TomlDocument, table: Table, keys: Path, raw: string): Before {
  const { home, prefix } = table.dotted ?? { home: table, prefix: [] }
  const neighbour = home.entries.findLast((entry) => prefix.every((key, depth) => entry.keys[depth] === key))
  const all = [...prefix, ...keys]
  if (home.made !== 'inline') return insertLine(document, home, neighbour, all, raw)
  return insertInline(document, home, neighbour, all, raw)
}

/** Adds a `[table]` header at the end of the text. */
export function insertHeader(document: TomlDocument, path: Path): Before {
  const gap = gapAtEnd(document.body)
  const start = writeLine(document, gap, '', `[${writeKeys(path)}]`)
  const reader: Reader = { text: document.body, at: start }
  document.sections.push(readHeader(reader, document.root))
  return absent({ form: 'header', ...gapHints(gap) })
}
