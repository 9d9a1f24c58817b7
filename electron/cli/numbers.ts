import { text } from '../../shared/model/text'
import type { Arguments } from './arguments'
import { usage } from './usage'

/**
 * The whole number that an option holds; undefined when it is not given.
 * @throws {ProblemError} kind `usage` when it is no number or out of range
 */
export function wholeNumber(args: Arguments, name: string, least: number, most: number): number | undefined {
  const value = args.value(name)
  if (value === undefined) return undefined
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw usage(text(`--${name} must be a whole number from ${least} to ${most}.`, `--${name} 必须是 ${least} 到 ${most} 之间的整数。`))
}
