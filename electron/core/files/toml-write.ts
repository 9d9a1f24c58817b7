import { endOfRun } from '../../../shared/model/letters'
import { type ConfigObject, type ConfigValue, ConfigValueError, type Path } from './editor'
import { tomlReasons } from './toml-reasons'
import { isForeign, plain, type Value } from './toml-table'

const shortEscapes: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
})

const escaped = (char: string): string => shortEscapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

const basicString = (value: string): string =>
  endOfRun(value, 0, isPlain) === value.length ? `"${value}"` : `"${value.replace(/[\p{Cc}"\\]/gu, escaped)}"`
const isPlain = (code: number): boolean => code >= 32 && code < 127 && code !== 34 && code !== 92

/** Dotted keys, bare where they can be. */
export const writeKeys = (path: Path): string => path.map((key) => (/^[\w-]+$/.test(key) ? key : basicString(key))).join('.')

export const isObject = (value: ConfigValue): value is ConfigObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whole numbers are integers where they fit into 64 bits. */
function writeNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  return Number.isInteger(value) && Math.abs(value) >= 2 ** 63 ? value.toExponential() : String(value)
}

function writeString(path: Path, value: string): string {
  if (!value.isWellFormed()) throw new ConfigValueError(path, tomlReasons.surrogate)
  return basicString(value)
}

/**
 * A value as TOML 1.0 source text on one line. The path is only for the error.
 * @throws {ConfigValueError} for null and for strings that are not well-formed Unicode
 */
export function writeValue(path: Path, value: ConfigValue): string {
  if (value === null) throw new ConfigValueError(path, tomlReasons.nothing)
  if (typeof value === 'string') return writeString(path, value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (!isObject(value)) return `[${value.map((item) => writeValue(path, item)).join(', ')}]`
  const entries = Object.entries(value).map(([key, item]) => `${writeKeys([key])} = ${writeValue([...path, key], item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

function isSame(left: ConfigValue, right: ConfigValue): boolean {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) return Object.is(left, right)
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  const [one, other] = [left as ConfigObject, right as ConfigObject]
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(one[key] as ConfigValue, other[key] as ConfigValue))
  )
}

/** True if the very value stands there already, however it is spelled. Dates and big integers are never the strings they look like. */
export const standsThere = (value: Value, wanted: ConfigValue): boolean =>
  !isForeign(value) && isSame(value.table ? plain(value.table) : value.data, Object.is(wanted, -0) ? 0 : wanted)
