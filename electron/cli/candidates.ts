import type { CommandSpec, Completes, OptionSpec } from './spec'
import { specs, visibleSpecs } from './specs'
import { commonOptions } from './specs/common'

/** Where the values come from that a command line may hold; commands themselves come from the table. */
export type Known = Readonly<Record<Exclude<Completes, 'command'>, () => Promise<readonly string[]>>>

/** What may stand in place of the last word. `words` is the command line so far, without the program's name. */
export async function candidates(words: readonly string[], known: Known): Promise<readonly string[]> {
  const partial = words.at(-1) ?? ''
  const [name, ...others] = words.slice(0, -1)
  const commandNames = visibleSpecs.map((spec) => spec.name)
  if (name === undefined) return startingWith(partial, [...commandNames, '--help', '--version'])
  const spec = specs.find((candidate) => candidate.name === name)
  if (!spec || others.includes('--')) return []
  const values = async (completes: Completes | undefined): Promise<readonly string[]> =>
    completes === undefined ? [] : completes === 'command' ? commandNames : known[completes]()
  const options = [...spec.options, ...commonOptions]
  const waiting = optionBefore(options, others)
  if (waiting) return listItems(partial, await values(waiting.completes), waiting.completes === 'tool')
  if (partial.startsWith('-')) return startingWith(partial, freeOptions(options, others))
  const last = spec.positionals.at(-1)
  return startingWith(
    partial,
    await values((spec.positionals[countPositionals(spec, others)] ?? (last?.many ? last : undefined))?.completes),
  )
}

const startingWith = (partial: string, all: readonly string[]): readonly string[] =>
  all.filter((item) => item.toLowerCase().startsWith(partial.toLowerCase()))

/** `--tools a,b` takes a list: what stands before the last comma stays. */
function listItems(partial: string, all: readonly string[], list: boolean): readonly string[] {
  const cut = list ? partial.lastIndexOf(',') + 1 : 0
  const taken = partial.slice(0, cut)
  return startingWith(
    partial.slice(cut),
    all.filter((item) => !taken.split(',').includes(item)),
  ).map((item) => taken + item)
}

/** The option whose value comes next. */
function optionBefore(options: readonly OptionSpec[], words: readonly string[]): OptionSpec | undefined {
  return options.find((option) => option.value !== undefined && words.at(-1) === `--${option.name}`)
}

const freeOptions = (options: readonly OptionSpec[], words: readonly string[]): string[] =>
  options.filter((option) => option.many || !words.includes(`--${option.name}`)).map((option) => `--${option.name}`)

function countPositionals(spec: CommandSpec, words: readonly string[]): number {
  const takesValue = new Set(spec.options.filter((option) => option.value !== undefined).map((option) => `--${option.name}`))
  return words.filter((word, at) => !word.startsWith('-') && !takesValue.has(words[at - 1] ?? '')).length
}
