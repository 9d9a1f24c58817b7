import parseWithIarna from '@iarna/toml/parse-string.js'
import { parse as parseWithSmol, TomlDate, TomlError } from 'smol-toml'
import { type ConfigObject, ConfigSyntaxError, type ConfigValue } from './editor'
import { splitBom } from './text-shape'
import { tomlReasons } from './toml-reasons'
import { comparableInteger } from './toml-scalar'

/** Beyond this many characters smol-toml reads alone: @iarna/toml 3.0.0 takes 80 ms per megabyte, which a switch cannot wait for. */
const longest = 256 * 1024

/**
 * Documents that @iarna/toml 3.0.0 must not see: it writes a table named like a member of Object.prototype onto that very member, for the
 * whole process. Escapes can spell such names too.
 */
const unsafe = [...Object.getOwnPropertyNames(Object.prototype), '\\u', '\\U', '\\x']

/** The marks that @iarna/toml puts on its kinds of date. */
interface IarnaDate extends Date {
  readonly isDate?: true
  readonly isTime?: true
  readonly isFloating?: true
}

/** Offset date-times in UTC; local dates, times and date-times as they are; all to milliseconds. */
function comparableDate(date: IarnaDate | TomlDate): string {
  const iso = Date.prototype.toISOString.call(date)
  const isSmol = date instanceof TomlDate
  if (isSmol ? date.isDate() : date.isDate) return iso.slice(0, 10)
  if (isSmol ? date.isTime() : date.isTime) return iso.slice(-13, -1)
  return (isSmol ? date.isLocal() : date.isFloating) ? iso.slice(0, -1) : iso
}

function comparable(value: unknown): ConfigValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value + 0
  if (typeof value === 'bigint') return comparableInteger(value)
  if (value instanceof Date) return comparableDate(value)
  return Array.isArray(value) ? value.map(comparable) : comparableTable(value as object)
}

/** Objects without a prototype are smol-toml's own fresh ones: they are changed in place, which counts in big files. */
function comparableTable(table: object): ConfigObject {
  const result: Record<string, ConfigValue> = Object.getPrototypeOf(table) === null ? table : Object.create(null)
  for (const [key, value] of Object.entries(table)) result[key] = comparable(value)
  return result
}

/** @iarna/toml 3.0.0 refuses much that is valid (TOML 1.1, some dates): its refusal means nothing, so the reason is not kept. */
function readWithIarna(source: string): object | undefined {
  try {
    return parseWithIarna(source)
  } catch (fault) {
    if (fault instanceof Error && 'fromTOML' in fault) return undefined
    throw fault
  }
}

/** smol-toml's messages quote the text, so only the place is taken from its fault. */
function readWithSmol(source: string): object {
  try {
    return parseWithSmol(source, { integersAsBigInt: 'asNeeded', maxDepth: 300 })
  } catch (fault) {
    if (fault instanceof TomlError) throw new ConfigSyntaxError(tomlReasons.refused, fault.line, fault.column)
    throw fault
  }
}

/**
 * All values of a TOML text by parsers that share nothing with the editor: @iarna/toml, and where it refuses (or must not be asked) smol-toml.
 * Comparable with each other and with `tomlEditor.parse`, by `isDeepStrictEqual`: null-prototype objects, 3.0 is 3, -0 is 0, line ends in
 * strings are \n, integers beyond 2^53 are their decimal digits, offset date-times are in UTC, all times to milliseconds.
 * @throws {ConfigSyntaxError} when both refuse
 */
export function readToml(text: string): ConfigObject {
  const source = splitBom(text).body.replaceAll('\r\n', '\n')
  const isForIarna = source.length <= longest && !unsafe.some((one) => source.includes(one))
  return comparableTable((isForIarna ? readWithIarna(source) : undefined) ?? readWithSmol(source))
}
