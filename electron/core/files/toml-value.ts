import type { ConfigValue } from './editor'
import { type Reader, refuse, skipLines, skipSpace } from './toml-reader'
import { tomlReasons } from './toml-reasons'
import { readScalar } from './toml-scalar'
import { readKeyString, readString } from './toml-string'
import { append, define, type Entry, inlineTable, isForeign, plain, type Table, type Value } from './toml-table'

const deepest = 200
const bareWord = /[\w+.:-]+/y
const dateThenTime = /^\d{4}-\d\d-\d\d$/

function match(pattern: RegExp, reader: Reader): string {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0] ?? ''
  reader.at += found.length
  return found
}

/** ASCII letters, digits, _ and -. */
const isBare = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45

function readBareKey(reader: Reader): string {
  const { text, at } = reader
  let end = at
  while (isBare(text.charCodeAt(end))) end += 1
  reader.at = end
  return text.slice(at, end)
}

/** Reads a bare, quoted or dotted key, with the blanks after it. */
export function readKeys(reader: Reader): string[] {
  let keys: string[] | undefined
  for (;;) {
    skipSpace(reader)
    const code = reader.text.charCodeAt(reader.at)
    const isQuoted = code === 34 || code === 39
    const key = isQuoted ? readKeyString(reader) : readBareKey(reader)
    if (!isQuoted && key === '') refuse(reader, tomlReasons.key)
    if (keys) keys.push(key)
    else keys = [key]
    skipSpace(reader)
    if (reader.text.charCodeAt(reader.at) !== 46) return keys
    reader.at += 1
  }
}

function readArray(reader: Reader, depth: number): Pick<Value, 'data' | 'foreign'> {
  const items: ConfigValue[] = []
  let foreign = false
  reader.at += 1
  for (;;) {
    skipLines(reader)
    if (reader.text.charCodeAt(reader.at) === 93) break
    const value = readValue(reader, depth + 1)
    items.push(value.table ? plain(value.table) : value.data)
    foreign ||= isForeign(value)
    skipLines(reader)
    const code = reader.text.charCodeAt(reader.at)
    if (code !== 44 && code !== 93) refuse(reader, tomlReasons.arraySeparator)
    if (code === 44) reader.at += 1
  }
  reader.at += 1
  return { data: items, foreign }
}

/** TOML 1.1: line ends, comments and a trailing comma may stand in it; Codex accepts them. */
function readInline(reader: Reader, depth: number): Table {
  const table = inlineTable()
  reader.at += 1
  for (;;) {
    skipLines(reader)
    if (reader.text.charCodeAt(reader.at) === 125) break
    const entry = readEntry(reader, table, depth + 1)
    if (!define(entry)) refuse(reader, tomlReasons.duplicate, entry.start)
    append(table, entry)
    skipLines(reader)
    const code = reader.text.charCodeAt(reader.at)
    if (code !== 44 && code !== 125) refuse(reader, tomlReasons.tableSeparator)
    if (code === 44) reader.at += 1
  }
  reader.at += 1
  return table
}

function readBare(reader: Reader, start: number): Value {
  let word = match(bareWord, reader)
  const { text, at } = reader
  if (text.charCodeAt(at) === 32 && dateThenTime.test(word) && /^\d\d:/.test(text.slice(at + 1, at + 4))) {
    reader.at += 1
    word += ` ${match(bareWord, reader)}`
  }
  const scalar = readScalar(word)
  if (!('kind' in scalar)) refuse(reader, scalar, start)
  const foreign = scalar.kind === 'date' || (scalar.kind === 'integer' && typeof scalar.data === 'string')
  return { ...scalar, foreign, start, end: reader.at }
}

/** Reads one value and stops right after it. */
export function readValue(reader: Reader, depth = 0): Value {
  const start = reader.at
  if (depth > deepest) refuse(reader, tomlReasons.deep)
  const code = reader.text.charCodeAt(start)
  if (code === 34 || code === 39) {
    const data = readString(reader)
    return { kind: 'string', data, foreign: false, start, end: reader.at }
  }
  if (code === 91) {
    const array = readArray(reader, depth)
    return { kind: 'array', ...array, start, end: reader.at }
  }
  if (code === 123) {
    const table = readInline(reader, depth)
    return { kind: 'table', data: null, table, foreign: false, start, end: reader.at }
  }
  return readBare(reader, start)
}

/** Reads `key = value` of a home table, without defining it there. */
export function readEntry(reader: Reader, home: Table, depth = 0): Entry {
  const start = reader.at
  const keys = readKeys(reader)
  if (reader.text.charCodeAt(reader.at) !== 61) refuse(reader, tomlReasons.equals)
  reader.at += 1
  skipSpace(reader)
  return { kind: 'value', keys, start, value: readValue(reader, depth), home }
}
