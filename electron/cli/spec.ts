import type { LocalText } from '../../shared/model/text'

/** What a shell's completion offers for a value. */
export type Completes = 'profile' | 'tool' | 'key-action' | 'key-delivery' | 'env-shell' | 'completion-shell' | 'command'

export interface OptionSpec {
  readonly name: string
  readonly short?: string
  /** Placeholder of the value; an option without one is a flag. */
  readonly value?: string
  /** May be given several times. */
  readonly many?: boolean
  readonly about: LocalText
  readonly completes?: Completes
}

export interface PositionalSpec {
  readonly name: string
  readonly optional?: boolean
  /** May be given several times; only the last one. */
  readonly many?: boolean
  readonly completes?: Completes
}

/** One command of the terminal: parsing, help and completion are made of this. */
export interface CommandSpec {
  readonly name: string
  readonly about: LocalText
  readonly positionals: readonly PositionalSpec[]
  /** Takes a command of its own after `--`. */
  readonly rest?: boolean
  readonly options: readonly OptionSpec[]
  readonly examples: readonly string[]
  /** Not listed: for scripts of ours. */
  readonly hidden?: boolean
}
