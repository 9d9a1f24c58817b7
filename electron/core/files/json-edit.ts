import type { ConfigValue, Edit, Edited, Editor, Placed } from './editor'
import { applyEdit, type Draft } from './json-apply'
import { readDocument } from './json-parse'
import { putBackPlace } from './json-put-back'
import { type JsonDialect, JsonReader } from './json-read'
import { jsonReasons } from './json-reasons'
import { documentStyle } from './json-style'
import { openTree, treeText } from './json-tree'
import { eolOf, splitBom } from './text-shape'

function readRaw(text: string, dialect: JsonDialect): { raw: string; value: ConfigValue } {
  const reader = new JsonReader(text, dialect, 0)
  reader.next()
  const start = reader.at
  const value = reader.value()
  const raw = text.slice(start, reader.at)
  reader.next()
  if (reader.at < text.length) reader.fail(jsonReasons.more)
  return { raw, value }
}

const blank = '{}\n'
const isWhite = (text: string): boolean => splitBom(text).body.trim() === ''

/** A blank text becomes an empty object, with the text's own BOM and line end. */
const started = (text: string): string => (isWhite(text) ? splitBom(text).bom + blank.replace('\n', eolOf(text)) : text)

function edit(text: string, edits: readonly Edit[], dialect: JsonDialect): Edited {
  const source = started(text)
  readDocument(source, dialect)
  const tree = openTree(source)
  const draft: Draft = { tree, style: documentStyle(tree, source), placed: [], readRaw: (raw) => readRaw(raw, dialect) }
  for (const each of edits) applyEdit(draft, each)
  return { text: edits.length === 0 ? text : treeText(tree), placed: draft.placed }
}

function putBack(text: string, places: readonly Placed[], dialect: JsonDialect): string {
  if (isWhite(text)) return text
  readDocument(text, dialect)
  const tree = openTree(text)
  for (const place of places) {
    if (place.before.kind === 'value') readRaw(place.before.raw, dialect)
    putBackPlace(tree.root, place)
  }
  return treeText(tree)
}

/**
 * Edits JSON in place. A text that is empty or only blanks counts as an empty object; editing it starts a document with two-space
 * indentation. Numbers that JavaScript cannot hold exactly are imprecise in `parse` and untouched in the text.
 */
export const jsonEditor = (dialect: JsonDialect): Editor => ({
  blank,
  parse: (text) => readDocument(started(text), dialect),
  isBlank: (text) => /^[ \t\r\n]*(?:\{[ \t\r\n]*\}[ \t\r\n]*)?$/.test(splitBom(text).body),
  edit: (text, edits) => edit(text, edits, dialect),
  putBack: (text, places) => putBack(text, places, dialect),
})

/** RFC 8259: Claude Code's settings.json and .claude.json, Codex' auth.json. */
export const strictJson = jsonEditor({ comments: false, trailingCommas: false })

/** Gemini CLI's settings.json: it strips comments, then takes JSON.parse, which refuses trailing commas (seen with 0.30 to 0.52). */
export const jsoncNoTrailingComma = jsonEditor({ comments: true, trailingCommas: false })

/** As VS Code and opencode read: comments and trailing commas. */
export const tolerantJson = jsonEditor({ comments: true, trailingCommas: true })
