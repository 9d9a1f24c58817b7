import { parseArgs } from 'node:util'
import { text } from '../../shared/model/text'
import type { CommandSpec, OptionSpec } from './spec'
import { commonOptions } from './specs/common'
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
  const { tokens } = parseArgs({ args: [...argv], options: nodeOptions(options), strict: false, allowPositionals: true, tokens: true })
  const given = new Map<string, string[]>()
  const positionals: string[] = []
  let rest: readonly string[] = []
  for (const token of tokens) {
    if (token.kind === 'option-terminator') {
      rest = argv.slice(token.index + 1)
      break
    }
    if (token.kind === 'positional') positionals.push(token.value)
    else {
      const option = find(options, token.name, token.rawName, spec)
      given.set(option.name, [...(given.get(option.name) ?? []), checkedValue(option, token.value, token.inlineValue, spec)])
    }
  }
  for (const option of options) if (!option.many && (given.get(option.name)?.length ?? 0) > 1) throw twice(option, spec)
  if (!given.has('help')) checkPositionals(spec, positionals, rest)
  return {
    positionals,
    rest,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  }
}

const nodeOptions = (options: readonly OptionSpec[]) =>
  Object.fromEntries(
    options.map((option) => [
      option.name,
      { type: option.value === undefined ? ('boolean' as const) : ('string' as const), ...(option.short && { short: option.short }) },
    ]),
  )

function find(options: readonly OptionSpec[], name: string, raw: string, spec: CommandSpec): OptionSpec {
  const option = options.find((candidate) => candidate.name === name)
  if (option) return option
  const names = options.map((candidate) => `--${candidate.name}`)
  throw usage(text(`"${spec.name}" has no option ${raw}.`, `"${spec.name}" 没有选项 ${raw}。`), didYouMean(raw, names, seeHelp(spec.name)))
}

function checkedValue(option: OptionSpec, value: string | undefined, inline: boolean | undefined, spec: CommandSpec): string {
  if (option.value === undefined) {
    if (value !== undefined) throw usage(text(`--${option.name} takes no value.`, `--${option.name} 不带值。`), seeHelp(spec.name))
    return ''
  }
  // `--url --json` is a forgotten value, not a value; `--url=--json` is meant.
  if (value === undefined || (!inline && value.startsWith('--')))
    throw usage(
      text(
        `--${option.name} needs a value: --${option.name} ${option.value}`,
        `--${option.name} 需要一个值：--${option.name} ${option.value}`,
      ),
    )
  return value
}

const twice = (option: OptionSpec, spec: CommandSpec) =>
  usage(text(`--${option.name} was given more than once.`, `--${option.name} 重复出现。`), seeHelp(spec.name))

function checkPositionals(spec: CommandSpec, positionals: readonly string[], rest: readonly string[]): void {
  const missing = spec.positionals[positionals.length]
  if (missing && !missing.optional)
    throw usage(text(`"${spec.name}" needs <${missing.name}>.`, `"${spec.name}" 缺少 <${missing.name}>。`), seeHelp(spec.name))
  const surplus = spec.rest ? positionals[spec.positionals.length] : [...positionals, ...rest][spec.positionals.length]
  if (surplus === undefined || spec.hidden) return
  const hint = spec.rest
    ? text('Put the command after "--".', '请将命令放在 "--" 之后。')
    : text(`${seeHelp(spec.name).en} A name with blanks needs quotes.`, `${seeHelp(spec.name).zh} 含空格的名称需要加引号。`)
  throw usage(text(`"${spec.name}" does not take "${surplus}".`, `"${spec.name}" 不接受 "${surplus}"。`), hint)
}
