import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { problemOf } from '../core/problem-of'
import { parseArguments } from './arguments'
import { commands } from './commands'
import { languageOf } from './language'
import { tellProblem } from './problems'
import type { CommandSpec } from './spec'
import { switchingSpecs } from './specs/switching'
import { createUi, type Ui } from './ui'
import { didYouMean, seeHelp, usage } from './usage'

/** What the process gives to the terminal shell. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly platform: string
  readonly bundle: string
  readonly version: string
  /** Absolute program and first arguments that start this shell again. */
  readonly cliCommand: readonly string[]
}

/** Runs one command line and returns the exit code when its words are out. Never throws. */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
  const end = argv.indexOf('--')
  const own = end === -1 ? argv : argv.slice(0, end)
  const ui = createUi({ json: own.includes('--json'), language: languageOf(around.env, around.platform), env: around.env })
  const code = await runCommand(argv, ui, around).catch((thrown: unknown) => tellProblem(ui, problemOf(thrown)))
  await ui.written()
  return code ?? 0
}

async function runCommand(argv: readonly string[], ui: Ui, around: Surroundings): Promise<number | undefined> {
  const [first, ...others] = argv.filter((arg, at) => !(arg === '--json' && at === 0))
  if (first === '--version' || first === '-v') return void ui.result({ version: around.version }, () => around.version)
  if (first === undefined || first === '--help' || first === '-h') return help(ui)
  const isNamed = ({ name }: CommandSpec) => name === first
  // What people call most does not set up the words of all the others.
  const spec = switchingSpecs.find(isNamed) ?? (await import('./specs')).specs.find(isNamed)
  const load = Object.hasOwn(commands, first) ? commands[first] : undefined
  if (!spec || !load) throw await unknownCommand(first)
  const args = parseArguments(spec, others)
  if (args.flag('help')) return help(ui, first)
  const command = await load()
  const tell = ({ message, hint }: Problem) =>
    ui.note(
      [message, hint]
        .flatMap((part) => part ?? [])
        .map(ui.say)
        .join('\n'),
    )
  const openCore = async (shell: 'terminal' | 'web' | 'desktop') => (await import('./open-core')).openCore(shell, around.cliCommand, tell)
  return command({ args, ui, env: around.env, bundle: around.bundle, openCore })
}

async function help(ui: Ui, command?: string): Promise<undefined> {
  const { tellHelp } = await import('./help')
  tellHelp(ui, command)
}

async function unknownCommand(word: string): Promise<Error> {
  const { visibleSpecs } = await import('./specs')
  const names = visibleSpecs.map(({ name }) => name)
  return usage(text(`There is no command "${word}".`, `没有命令 "${word}"。`), didYouMean(word, names, seeHelp()))
}
