import type { LocalText } from '../../../shared/model/text'
import { tomlReasons } from './toml-reasons'

/** A value that holds no other, with its data as `parse` gives it: dates and big integers are strings. */
export interface Scalar {
  readonly kind: 'integer' | 'float' | 'boolean' | 'date'
  readonly data: string | number | boolean
}

const integer = /^(?:[+-]?(?:0|[1-9](?:_?\d)*)|0x[\da-fA-F](?:_?[\da-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/
const float = /^[+-]?(?:(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|inf|nan)$/
const dayThenClock = /^(\d{4}-\d\d-\d\d)(?:[Tt ](.+))?$/
const clockThenZone = /^(\d\d:\d\d)(?::(\d\d)(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?$/
const least = -(2n ** 63n)
const most = 2n ** 63n - 1n

/** The form in which two parsers' integers can be compared: a number where it is exact, else its decimal digits. */
export function comparableInteger(value: bigint): number | string {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}

function readInteger(digits: string): Scalar | LocalText {
  const negative = digits.startsWith('-')
  const value = BigInt(digits.replace(/^[+-]/, '')) * (negative ? -1n : 1n)
  return value < least || value > most ? tomlReasons.range : { kind: 'integer', data: comparableInteger(value) }
}

function readFloat(word: string): Scalar {
  if (word.endsWith('nan')) return { kind: 'float', data: Number.NaN }
  if (word.endsWith('inf')) return { kind: 'float', data: word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY }
  return { kind: 'float', data: Number(word) + 0 }
}

const isDay = (day: string): boolean => {
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}

function isClock(clock: string, second: string, zone: string): boolean {
  const inRange = (time: string): boolean => Number(time.slice(0, 2)) < 24 && Number(time.slice(3, 5)) < 60
  return inRange(clock) && Number(second) < 61 && (zone.length < 6 || inRange(zone.slice(1)))
}

/** Offset date-times in UTC, all to milliseconds, as toml-verify.ts writes them. A leap second stays as it is. */
function readDate(word: string): Scalar | LocalText {
  const [, day, after] = dayThenClock.exec(word) ?? []
  if (day !== undefined && !isDay(day)) return tomlReasons.value
  if (day !== undefined && after === undefined) return { kind: 'date', data: day }
  const [, clock, second = '00', fraction = '', zone = ''] = clockThenZone.exec(after ?? word) ?? []
  if (clock === undefined || !isClock(clock, second, zone) || (day === undefined && zone !== '')) return tomlReasons.value
  const at = new Date(`${day ?? '0000-01-01'}T${clock}:${second}${fraction}${zone.toUpperCase() || 'Z'}`)
  if (Number.isNaN(at.getTime())) return { kind: 'date', data: word }
  const iso = at.toISOString()
  return { kind: 'date', data: zone !== '' ? iso : day !== undefined ? iso.slice(0, -1) : iso.slice(-13, -1) }
}

/** The value that a bare word spells, or the reason why it spells none. */
export function readScalar(word: string): Scalar | LocalText {
  if (word === 'true' || word === 'false') return { kind: 'boolean', data: word === 'true' }
  if (integer.test(word)) return readInteger(word.replaceAll('_', ''))
  const digits = word.replaceAll('_', '')
  return float.test(word) ? readFloat(digits) : readDate(word)
}
