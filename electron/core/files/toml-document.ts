import { eolOf, splitBom } from './text-shape'
import { endLine, type Reader, refuse, skipLines } from './toml-reader'
import { tomlReasons } from './toml-reasons'
import { append, define, type Entry, hang, open, rootTable, type Section, type Table } from './toml-table'
import { readEntry, readKeys, readValue } from './toml-value'

/** A TOML text (without its BOM) with the place of everything in it. */
export interface TomlDocument {
  readonly bom: string
  readonly eol: string
  body: string
  readonly root: Table
  /** In the order of the text. */
  readonly sections: Section[]
}

/** Reads a header from its first bracket to after its last. */
export function readHeader(reader: Reader, root: Table): Section {
  const start = reader.at
  const isList = reader.text.charCodeAt(start + 1) === 91
  reader.at += isList ? 2 : 1
  const path = readKeys(reader)
  const close = isList ? ']]' : ']'
  if (!reader.text.startsWith(close, reader.at)) refuse(reader, tomlReasons.header)
  reader.at += close.length
  const table = open(root, path, isList)
  if (!table) refuse(reader, tomlReasons.duplicate, start)
  const section = { table, start, end: reader.at }
  table.section = section
  return section
}

/**
 * Reads TOML 1.0 and 1.1 strictly: what Codex refuses is refused.
 * @throws {ConfigSyntaxError}
 */
export function readDocument(text: string): TomlDocument {
  const { bom, body } = splitBom(text)
  const reader: Reader = { text: body, at: 0 }
  const root = rootTable()
  const sections: Section[] = []
  let home = root
  for (skipLines(reader); reader.at < body.length; skipLines(reader)) {
    if (body.charCodeAt(reader.at) === 91) {
      const section = readHeader(reader, root)
      sections.push(section)
      home = section.table
    } else {
      const entry = readEntry(reader, home)
      if (!define(entry)) refuse(reader, tomlReasons.duplicate, entry.start)
      append(home, entry)
    }
    endLine(reader)
  }
  return { bom, eol: eolOf(body), body, root, sections }
}

function shiftEntries(entries: readonly Entry[], from: number, to: number, by: number): void {
  const passesEnd = (end: number): boolean => (to > from ? end >= to : end > to)
  for (const entry of entries) {
    const { value } = entry
    if (!passesEnd(value.end)) continue
    if (entry.start >= to) entry.start += by
    if (value.start >= to) value.start += by
    value.end += by
    if (value.table) shiftEntries(value.table.entries, from, to, by)
  }
}

/** Replaces a stretch of the text and moves the places after it, so that the text need not be read again. */
export function splice(document: TomlDocument, from: number, to: number, insert: string): void {
  document.body = document.body.slice(0, from) + insert + document.body.slice(to)
  const by = insert.length - (to - from)
  shiftEntries(document.root.entries, from, to, by)
  for (const section of document.sections) {
    if (section.start >= to) {
      section.start += by
      section.end += by
    }
    shiftEntries(section.table.entries, from, to, by)
  }
}

/** Puts a new value, given as source text, in the place of an old one. */
export function replaceValue(document: TomlDocument, parent: Table, entry: Entry, raw: string): void {
  const { start, end } = entry.value
  splice(document, start, end, raw)
  entry.value = readValue({ text: document.body, at: start })
  hang(parent, entry)
}
