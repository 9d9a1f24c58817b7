import type { Path, Placed } from './editor'
import { cutBlankLineBelow, cutInline, cutLine, type Hints, lineEndBelow } from './toml-cut'
import { replaceValue, type TomlDocument } from './toml-document'
import { commentsAbove } from './toml-lines'
import type { Entry, Section, Table } from './toml-table'

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

function removeEntry(document: TomlDocument, tables: readonly Table[], path: Path, entry: Entry, hints: Hints): void {
  const { home } = entry
  const previous = home.entries[home.entries.indexOf(entry) - 1]
  home.entries = home.entries.filter((other) => other !== entry)
  forget(tables, path)
  const last = home.entries.at(-1)
  if (home.made === 'inline') cutInline(document, entry, previous, hints)
  else if (hints.after === '2' && last && lineEndBelow(document, entry) === 0) {
    cutLine(document, entry.start, entry.value.end, { ...hints, after: '1' })
    cutBlankLineBelow(document, last)
  } else cutLine(document, entry.start, entry.value.end, hints)
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
