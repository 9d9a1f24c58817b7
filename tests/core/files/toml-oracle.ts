import { parse, TomlDate } from 'smol-toml'
import { parseTOML } from 'toml-eslint-parser'
import { ConfigShapeError, ConfigValueError, type Edit, type Edited, type Placed } from '../../../electron/core/files/editor'
import { tomlEditor } from '../../../electron/core/files/toml-edit'

/** A second opinion on values: dates keep their kind and zone, integers their full size. */
function settle(value: unknown): unknown {
  if (value instanceof TomlDate) return { date: value.toISOString() }
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : { integer: String(value) }
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? { integer: String(BigInt(value)) } : value + 0
  if (Array.isArray(value)) return value.map(settle)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.create(null)
  for (const [key, item] of Object.entries(value)) copy[key] = settle(item)
  return copy
}

/** What smol-toml reads, dates and big integers told apart from strings. */
export const oracle = (text: string): Record<string, unknown> =>
  settle(parse(text.replaceAll('\r\n', '\n'), { integersAsBigInt: 'asNeeded' })) as Record<string, unknown>

/** The oracle's values after the edits. */
export function expectedAfter(text: string, edits: readonly Edit[]): Record<string, unknown> {
  const root = oracle(text)
  for (const edit of edits) {
    let table = root
    for (const key of edit.path.slice(0, -1)) {
      table[key] ??= Object.create(null)
      table = table[key] as Record<string, unknown>
    }
    if (edit.op === 'set') table[edit.path.at(-1) ?? ''] = settle(edit.value)
  }
  return root
}

/** True if toml-eslint-parser reads it as this version of TOML. Its empty range for a lone 0 at the end does not matter with a newline. */
export function isToml(text: string, tomlVersion: '1.0' | '1.1'): boolean {
  try {
    parseTOML(`${text.replace(/^\uFEFF/, '')}\n`, { tomlVersion })
    return true
  } catch {
    return false
  }
}

/** The edited text, or nothing where a shape is in the way. */
export function tryEdit(text: string, edits: readonly Edit[]): Edited | undefined {
  try {
    return tomlEditor.edit(text, edits)
  } catch (error) {
    if (error instanceof ConfigShapeError || error instanceof ConfigValueError) return undefined
    throw error
  }
}

export const undo = (text: string, placed: readonly Placed[]): string => tomlEditor.putBack(text, [...placed].reverse())

function missing(from: readonly string[], among: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const line of among) counts.set(line, (counts.get(line) ?? 0) + 1)
  return from.filter((line) => {
    const left = counts.get(line) ?? 0
    counts.set(line, left - 1)
    return left <= 0
  })
}

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r?\n/)

/** How many lines went and came, beyond those that the places account for: 0 if only owned lines changed. */
export function foreignChanges(before: string, { text, placed }: Edited): number {
  let mayGo = 0
  let mayCome = 0
  for (const place of placed) {
    if (place.before.kind === 'value') mayGo += linesOf(place.before.raw).length
    else if (place.before.kind === 'absent') mayGo += place.before.hints.form === 'inline' ? 1 : 0
    mayCome += place.before.kind === 'absent' ? 1 + Number(place.before.hints.before ?? 0) + Number(place.before.hints.after ?? 0) : 1
  }
  const gone = missing(linesOf(before), linesOf(text)).length
  const came = missing(linesOf(text), linesOf(before)).length
  return Math.max(0, gone - mayGo) + Math.max(0, came - mayCome)
}

/** The number of line ends that are not the file's own. */
export const strayLineEnds = (text: string): number => (text.includes('\r\n') ? (text.replaceAll('\r\n', '').match(/\n/g) ?? []).length : 0)
