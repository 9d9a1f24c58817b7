import {
  type ConfigObject,
  ConfigShapeError,
  ConfigSyntaxError,
  type ConfigValue,
  ConfigValueError,
  type Edit,
  type Editor,
  type Path,
  type Placed,
} from './editor'
import { lineColumn } from './text-shape'
import { readDocument, replaceValue, type TomlDocument } from './toml-document'
import { insertEntry, insertHeader } from './toml-insert'
import { putBackPlace } from './toml-put-back'
import type { Reader } from './toml-reader'
import { tomlReasons } from './toml-reasons'
import { type Entry, type Node, plain, type Table } from './toml-table'
import { readValue } from './toml-value'
import { isObject, standsThere, writeValue } from './toml-write'

/** What is to be written: a value, or raw source text. */
type Wanted = { readonly value: ConfigValue } | { readonly raw: string }

interface Work {
  readonly document: TomlDocument
  readonly placed: Placed[]
}

const sourceOf = (path: Path, wanted: Wanted): string => ('raw' in wanted ? wanted.raw : writeValue(path, wanted.value))

/** Raw text must be exactly one value, else it could smuggle other keys in. */
function requireValue(raw: string): void {
  const reader: Reader = { text: raw, at: 0 }
  readValue(reader)
  if (reader.at < raw.length) throw new ConfigSyntaxError(tomlReasons.value, 1, 1)
}

function offsetOf(document: TomlDocument, node: Node): number {
  if (node.kind === 'value') return node.value.start
  return (node.kind === 'list' ? node.items[0]?.section?.start : node.section?.start) ?? document.body.length
}

function overwrite({ document, placed }: Work, parent: Table, entry: Entry, path: Path, wanted: Wanted): void {
  const raw = document.body.slice(entry.value.start, entry.value.end)
  const isThere = 'raw' in wanted ? raw === wanted.raw : standsThere(entry.value, wanted.value)
  if (!isThere) replaceValue(document, parent, entry, sourceOf(path, wanted))
  placed.push({ path, before: { kind: 'value', raw } })
}

function addHeader({ document, placed }: Work, path: Path): Table {
  placed.push({ path, before: insertHeader(document, path) })
  const section = document.sections.at(-1)
  if (!section) throw new Error('the new header is missing')
  return section.table
}

function addValue({ document, placed }: Work, table: Table, keys: Path, path: Path, wanted: Wanted): void {
  placed.push({ path, before: insertEntry(document, table, keys, sourceOf(path, wanted)) })
}

/** A new section with one line per key; objects in it are written inline. All is spelled first, so that nothing is half done. */
function addSection(work: Work, path: Path, value: ConfigObject): void {
  const lines = Object.entries(value).map(([key, item]) => ({ key, raw: writeValue([...path, key], item) }))
  const made = addHeader(work, path)
  for (const { key, raw } of lines) addValue(work, made, [key], [...path, key], { raw })
}

/** Writes where nothing stands: `table` is the deepest there is, at the given depth of the path. */
function add(work: Work, table: Table, depth: number, path: Path, wanted: Wanted): void {
  const keys = path.slice(depth)
  const isClosed = table.made === 'inline' || table.made === 'dotted'
  if (isClosed) addValue(work, table, keys, path, wanted)
  else if ('value' in wanted && isObject(wanted.value)) addSection(work, path, wanted.value)
  else {
    const isOpen = keys.length === 1 && table.made !== 'implied'
    addValue(work, isOpen ? table : addHeader(work, path.slice(0, -1)), path.slice(-1), path, wanted)
  }
}

/** A table with keys of its own cannot be replaced without a loss: only an object that has all of its keys may be written over it. */
function fill(work: Work, table: Table, path: Path, wanted: Wanted): void {
  const value = 'value' in wanted ? wanted.value : undefined
  const isCovered = value !== undefined && isObject(value) && [...table.children.keys()].every((key) => Object.hasOwn(value, key))
  if (!isCovered) throw new ConfigValueError(path, tomlReasons.occupied)
  for (const [key, item] of Object.entries(value)) write(work, [...path, key], { value: item })
}

function write(work: Work, path: Path, wanted: Wanted): void {
  let table = work.document.root
  for (const [depth, key] of path.entries()) {
    const node = table.children.get(key)
    const isLast = depth === path.length - 1
    if (!node) {
      add(work, table, depth, path, wanted)
      return
    }
    const entry = node.kind === 'value' ? node : node.kind === 'table' ? node.holder : undefined
    if (isLast && entry) {
      overwrite(work, table, entry, path, wanted)
      return
    }
    if (node.kind !== 'table') throw shapeError(work.document, path.slice(0, depth + 1), node)
    table = node
  }
  fill(work, table, path, wanted)
}

function shapeError(document: TomlDocument, path: Path, node: Node): ConfigShapeError {
  const { line, column } = lineColumn(document.body, offsetOf(document, node))
  return new ConfigShapeError(path, line, column)
}

function perform(work: Work, edit: Edit): void {
  if (edit.op === 'include') throw new Error('include is for JSON only')
  if (edit.op === 'raw') requireValue(edit.raw)
  write(work, edit.path, edit.op === 'raw' ? { raw: edit.raw } : { value: edit.value })
}

/**
 * TOML in place: reads 1.0 and 1.1, writes 1.0. New tables are `[sections]` at the end of the file, reported as places of their own; an object
 * set where nothing stands becomes such a section with one place per key. In `parse`, dates and integers beyond 2^53 are strings.
 * `set` of an object on a table that has other keys throws ConfigValueError; so do null and malformed Unicode.
 */
export const tomlEditor: Editor = {
  blank: '',
  parse: (text) => plain(readDocument(text).root),
  isBlank: (text) => text.trim() === '',
  edit(text, edits) {
    const work: Work = { document: readDocument(text), placed: [] }
    for (const edit of edits) perform(work, edit)
    return { text: work.document.bom + work.document.body, placed: work.placed }
  },
  putBack(text, places) {
    if (places.length === 0) return text
    const document = readDocument(text)
    for (const place of places) putBackPlace(document, place)
    return document.bom + document.body
  },
}
