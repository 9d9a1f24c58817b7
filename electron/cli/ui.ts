import { fstatSync, statSync } from 'node:fs'
import type { Language, LocalText } from '../../shared/model/text'
import { colours, noColours, type Paint, plain } from './paint'
import { createWriter } from './write'

/** What a command talks to people and scripts with. */
export interface Ui {
  readonly json: boolean
  readonly language: Language
  readonly paint: Paint
  say(text: LocalText): string
  /** A line for people on standard error, such as a warning. */
  note(line: string): void
  /** The command's result: one JSON document with `--json`, else what `human` makes. */
  result(value: unknown, human: () => string): void
  /** Raw text on standard output. */
  out(text: string): void
  /** True if standard output (1), error (2) or input (0) is a terminal. */
  isTerminal(fd: 0 | 1 | 2): boolean
  /** Resolves when all of it has been handed to the system. */
  written(): Promise<void>
}

export function createUi(options: { readonly json: boolean; readonly language: Language; readonly env: NodeJS.ProcessEnv }): Ui {
  const { json, language, env } = options
  const { write, written } = createWriter()
  const coloured = !env.NO_COLOR && env.TERM !== 'dumb' && isTerminal(1)
  return {
    json,
    language,
    paint: coloured ? colours : noColours,
    say: (text) => plain(text[language]),
    note: (line) => write(2, `${line}\n`),
    out: (text) => write(1, text),
    result: (value, human) => {
      const text = json ? JSON.stringify(localise(value, language), null, 2) : human()
      if (text) write(1, `${text}\n`)
    },
    isTerminal,
    written,
  }
}

/** Asking Node for its streams costs start-up time, so the cheap look comes first: pipes, files and /dev/null are no terminals. */
function isTerminal(fd: 0 | 1 | 2): boolean {
  try {
    const device = fstatSync(fd)
    if (!device.isCharacterDevice() || device.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev) return false
  } catch {
    return false
  }
  const stream = fd === 0 ? process.stdin : fd === 1 ? process.stdout : process.stderr
  return stream.isTTY === true
}

/** A copy with every LocalText as a string of one language. */
export function localise(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => localise(item, language))
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Readonly<Record<string, unknown>>
  if (typeof fields.en === 'string' && typeof fields.zh === 'string' && Object.keys(fields).length === 2) return fields[language]
  return Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, localise(item, language)]))
}
