import type { ConfigObject } from './editor'
import { deepest, type JsonDialect, JsonReader } from './json-read'
import { jsonReasons } from './json-reasons'
import { skipString } from './json-tree'
import { splitBom } from './text-shape'

/**
 * Takes the prototypes off all objects in a value; returns how many keys it has (NaN if it is nested too deeply). `for in` on an object
 * without a prototype sees its own keys only, and is twice as fast as Object.values here.
 */
function bare(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > deepest) return Number.NaN
  let keys = 0
  if (Array.isArray(value)) {
    for (const each of value) keys += bare(each, depth + 1)
    return keys
  }
  const members: Record<string, unknown> = Object.setPrototypeOf(value, null)
  for (const key in members) keys += 1 + bare(members[key], depth + 1)
  return keys
}

/** How many keys the text of a JSON value has, repeated ones included. */
function countKeys(text: string): number {
  let keys = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    at = skipString(text, at)
    let code = text.charCodeAt(at)
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at)
    if (code === 58) keys += 1
  }
  return keys
}

/**
 * The engine's own parser, three times faster than ours when the process has just started. Undefined for what it refuses and for repeated
 * keys: our reader then tells where and why, or accepts the comments.
 */
function quickDocument(body: string): ConfigObject | undefined {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return bare(value) === countKeys(body) ? (value as ConfigObject) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** All values of a text, as null-prototype objects. @throws {ConfigSyntaxError} */
export function readDocument(text: string, dialect: JsonDialect): ConfigObject {
  const { bom, body } = splitBom(text)
  const quick = quickDocument(body)
  if (quick !== undefined) return quick
  const reader = new JsonReader(text, dialect, bom.length)
  if (reader.next() !== 123) reader.fail(jsonReasons.root)
  const value = reader.object()
  reader.next()
  if (reader.at < text.length) reader.fail(jsonReasons.more)
  return value
}
