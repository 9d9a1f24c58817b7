import { text } from '../../shared/model/text'
import type { CommandSpec, OptionSpec } from './spec'
import { commonOptions } from './specs/common'
import { type Token, tokenize } from './tokens'
import { didYouMean, seeHelp, usage } from './usage'

/** A command line, taken apart and checked against its command's spec. */
export interface Arguments {
  readonly positionals: readonly string[]
  /** What follows `--`. */
  readonly rest: readonly string[]
  flag(name: string): boolean
  value(name: string): string | undefined
  values(name: string): readonly string[]
}

/** @throws {ProblemError} kind `usage`, naming the argument and the nearest right one */
export function parseArguments(spec: CommandSpec, argv: readonly string[]): Arguments {
  const options = [...spec.options, ...commonOptions]
  const given = new Map<string, string[]>()
  const positionals: string[] = []
  let rest: readonly string[] = []
  for (const token of tokenize(argv, options)) {
    if (token.kind === 'positional') positionals.push(token.value)
    else if (token.kind === 'rest') rest = token.values
    else {
      const option = token.spec ?? unknownOption(token.written, options, spec)
      const before = given.get(option.name)
      if (before && !option.many) throw twice(option, spec)
      given.set(option.name, [...(before ?? []), checkedValue(option, token, spec)])
    }
  }
  if (!given.has('help')) checkPositionals(spec, positionals, rest)
  return {
    positionals,
    rest,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  }
}

function unknownOption(written: string, options: readonly OptionSpec[], spec: CommandSpec): never {
  const names = options.map((option) => `--${option.name}`)
  const message = text(`"${spec.name}" has no option ${written}.`, `"${spec.name}" 没有选项 ${written}。`)
  throw usage(message, didYouMean(written, names, seeHelp(spec.name)))
}

function checkedValue(option: OptionSpec, { value, inline }: Extract<Token, { kind: 'option' }>, spec: CommandSpec): string {
  if (option.value === undefined) {
    if (inline) throw usage(text(`--${option.name} takes no value.`, `--${option.name} 不带值。`), seeHelp(spec.name))
    return ''
  }
  // `--url --json` is a forgotten value, not a value; `--url=--json` is meant.
  if (value !== undefined && (inline || !value.startsWith('--'))) return value
  const form = `--${option.name} ${option.value}`
  throw usage(text(`--${option.name} needs a value: ${form}`, `--${option.name} 需要一个值：${form}`))
}

const twice = (option: OptionSpec, spec: CommandSpec) =>
  usage(text(`--${option.name} was given more than once.`, `--${option.name} 重复出现。`), seeHelp(spec.name))

function checkPositionals(spec: CommandSpec, positionals: readonly string[], rest: readonly string[]): void {
  const missing = spec.positionals[positionals.length]
  if (missing && !missing.optional)
    throw usage(text(`"${spec.name}" needs <${missing.name}>.`, `"${spec.name}" 缺少 <${missing.name}>。`), seeHelp(spec.name))
  if (spec.positionals.at(-1)?.many) return
  const surplus = (spec.rest ? positionals : [...positionals, ...rest])[spec.positionals.length]
  if (surplus === undefined) return
  const help = seeHelp(spec.name)
  const hint = spec.rest
    ? text('Put the command after "--".', '请将命令放在 "--" 之后。')
    : text(`${help.en} A name with blanks needs quotes.`, `${help.zh} 含空格的名称需要加引号。`)
  throw usage(text(`"${spec.name}" does not take "${surplus}".`, `"${spec.name}" 不接受 "${surplus}"。`), hint)
}
