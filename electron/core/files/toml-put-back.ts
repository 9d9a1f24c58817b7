import type { Path, Placed } from './editor'
import { replaceValue, splice, type TomlDocument } from './toml-document'
import { commentsAbove, indentOf } from './toml-lines'
import { lineEndAt, type Reader, skipLines, skipSpace } from './toml-reader'
import type { Entry, Section, Table } from './toml-table'

type Hints = Readonly<Record<string, string>>

/** The tables on the way to a path, root first; undefined where it no longer leads through tables. */
function tablesTo(root: Table, path: Path): Table[] | undefined {
  const tables = [root]
  for (const key of path.slice(0, -1)) {
    const next = tables.at(-1)?.children.get(key)
    if (next?.kind !== 'table') return undefined
    tables.push(next)
  }
  return tables
}

/** Forgets what stood at a path, and the tables that existed only because of it. */
function forget(tables: readonly Table[], path: Path): void {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const table = tables[depth]
    table?.children.delete(path[depth] as string)
    const isNeeded = table === undefined || table.children.size > 0 || (table.made !== 'implied' && table.made !== 'dotted')
    if (isNeeded) return
  }
}

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

/** Takes out a line, with the line ends and blank lines that were written with it as far as they still stand around it. */
function cutLine(document: TomlDocument, start: number, end: number, hints: Hints): void {
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
  const wasLast = after === 0 && from > 0
  for (let count = wasLast ? 0 : Math.max(after, 1); count > 0; count -= 1) to += lineEndAt(body, to)
  for (let count = before; count > 0 && (wasLast || isBlankAbove(body, from)); count -= 1) from -= lineEndBefore(body, from)
  splice(document, from, to, '')
}

/** The offset of the comma after an offset, past blanks and comments; undefined if something else follows. */
function commaAfter(text: string, at: number): number | undefined {
  const reader: Reader = { text, at }
  skipLines(reader)
  return text.charCodeAt(reader.at) === 44 ? reader.at : undefined
}

/** Takes an entry out of an inline table, with the comma before it or, for the first one, the comma after it. Comments stay. */
function cutInline(document: TomlDocument, entry: Entry, previous: Entry | undefined, hints: Hints): void {
  const { body } = document
  const { start, value } = entry
  const comma = commaAfter(body, previous ? previous.value.end : value.end)
  if (comma === undefined) {
    const lead = hints.lead === ' ' && body.charAt(start - 1) === ' ' ? 1 : 0
    const trail = hints.trail === ' ' && body.charAt(value.end) === ' ' ? 1 : 0
    splice(document, start - lead, value.end + trail, '')
  } else if (previous) {
    const isPlain = body.slice(comma + 1, start).trim() === ''
    splice(document, isPlain ? comma : start, value.end, '')
    if (!isPlain) splice(document, comma, comma + 1, '')
  } else {
    const isPlain = body.slice(value.end, comma).trim() === ''
    splice(document, isPlain ? value.end : comma, comma + 1 + lengthOfBlanks(body, comma + 1), '')
    splice(document, start, value.end, '')
  }
}

function removeEntry(document: TomlDocument, tables: readonly Table[], path: Path, entry: Entry, hints: Hints): void {
  const { home } = entry
  const previous = home.entries[home.entries.indexOf(entry) - 1]
  home.entries = home.entries.filter((other) => other !== entry)
  forget(tables, path)
  if (home.made === 'inline') cutInline(document, entry, previous, hints)
  else cutLine(document, entry.start, entry.value.end, hints)
}

/** A section is empty if no key and no comment is in it; comments right above the next header belong to that. */
function isEmptySection({ body, sections }: TomlDocument, section: Section): boolean {
  const next = sections[sections.indexOf(section) + 1]
  const end = next ? commentsAbove(body, next.start, section.end) : body.length
  return section.table.entries.length === 0 && !body.slice(section.end, end).includes('#')
}

function removeHeader(document: TomlDocument, tables: readonly Table[], path: Path, section: Section, hints: Hints): void {
  document.sections.splice(document.sections.indexOf(section), 1)
  const { table } = section
  table.section = undefined
  table.made = 'implied'
  if (table.children.size === 0) forget(tables, path)
  cutLine(document, section.start, section.end, hints)
}

function removeTable(document: TomlDocument, tables: readonly Table[], path: Path, table: Table, hints: Hints): void {
  const { section, holder } = table
  if (section && table.made === 'header' && hints.form === 'header' && isEmptySection(document, section)) {
    removeHeader(document, tables, path, section, hints)
  }
  if (holder && (hints.form !== 'header' || table.children.size === 0)) removeEntry(document, tables, path, holder, hints)
}

/** Undoes one place; passes it over where it is gone or has become a table of the user's. */
export function putBackPlace(document: TomlDocument, { path, before }: Placed): void {
  const tables = tablesTo(document.root, path)
  const parent = tables?.at(-1)
  const node = parent?.children.get(path.at(-1) ?? '')
  if (!tables || !parent || !node || node.kind === 'list' || before.kind === 'item') return
  const entry = node.kind === 'value' ? node : node.holder
  if (before.kind === 'value') {
    if (entry) replaceValue(document, parent, entry, before.raw)
  } else if (node.kind === 'table') removeTable(document, tables, path, node, before.hints)
  else removeEntry(document, tables, path, node, before.hints)
}
