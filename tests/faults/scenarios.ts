import { chmodSync, chownSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { KEY_A, KEY_B, relayInput } from '../support/relay-input'
import type { Fault } from './injector'
import { type Operation, operate } from './operations'
import type { Slot, Tree } from './slot'

export interface Scenario {
  readonly name: string
  readonly files: 'none' | 'rich'
  /** Done before, undisturbed. */
  readonly before: readonly Operation[]
  readonly attacked: Operation
  /** What the file system refuses all the time. */
  readonly also?: Fault
}

const use = (profile: string, tools?: readonly string[]): Operation => ({ do: 'use', profile, ...(tools === undefined ? {} : { tools }) })

const never = (code: string, only: string): Fault => ({ mode: 'fail-from', at: 1, code, only: `^${only}` })

export const scenarios: readonly Scenario[] = [
  { name: 'the first switch, one tool, no files', files: 'none', before: [], attacked: use('Alpha', ['claude']) },
  { name: 'the first switch, three tools, no files', files: 'none', before: [], attacked: use('Alpha') },
  { name: 'the first switch, one tool, files of its own', files: 'rich', before: [], attacked: use('Alpha', ['codex']) },
  { name: 'the first switch, three tools, files of their own', files: 'rich', before: [], attacked: use('Alpha') },
  { name: 'one relay to another', files: 'rich', before: [use('Alpha')], attacked: use('Beta') },
  {
    name: 'one relay to another, on bind mounts',
    files: 'rich',
    before: [use('Alpha')],
    attacked: use('Beta'),
    also: never('EBUSY', 'renameSync (?!\\.config).*(json|toml|env)$'),
  },
  {
    name: 'one relay to another, across mounts',
    files: 'rich',
    before: [use('Alpha')],
    attacked: use('Beta'),
    also: never('EXDEV', 'linkSync .*-old$'),
  },
  {
    name: 'one relay to another, without second names',
    files: 'rich',
    before: [use('Alpha')],
    attacked: use('Beta'),
    also: never('EPERM', 'linkSync '),
  },
  {
    name: 'one relay to another, in a read-only folder',
    files: 'rich',
    before: [use('Alpha')],
    attacked: use('Beta'),
    also: never('EACCES', '(openSync|linkSync) .*switchyard-'),
  },
  { name: 'undo', files: 'rich', before: [use('Alpha'), use('Beta')], attacked: { do: 'undo' } },
  { name: 'undo of the first switch, no files', files: 'none', before: [use('Alpha')], attacked: { do: 'undo' } },
  { name: 'restore', files: 'rich', before: [use('Alpha'), use('Beta')], attacked: { do: 'restore' } },
  { name: 'restore to no files', files: 'none', before: [use('Alpha')], attacked: { do: 'restore' } },
]

const CLAUDE = '{\r\n    "permissions": { "allow": ["Bash(ls)"] },\r\n    "env": { "KEEP": "é" },\r\n    "big": 12345678901234567890\r\n}'
const CODEX = '# my codex\nmodel = "gpt-5.5"   # mine\nsince = 2026-01-02T03:04:05Z\n\n[projects."/p x"]\ntrust_level = "trusted"\n'
const GEMINI_ENV = '# mine\nOTHER=1\nGEMINI_API_KEY=mine'
const GEMINI = '{\n\t"ui": { "theme": "x" }, // loved\n\t"security": { "auth": { "selectedType": "oauth-personal" } }\n}\n'

/** Files as people have them: comments, CRLF, modes of their own, a config that is a link into a dotfiles folder, a hard link, another owner where we may. */
export function writeRichFiles(home: string): void {
  const put = (name: string, content: string, mode: number) => {
    const file = path.join(home, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
    chmodSync(file, mode)
  }
  put('.claude/settings.json', CLAUDE, 0o664)
  put('.claude.json', '{"numStartups":7,"projects":{}}', 0o600)
  put('dotfiles/codex.toml', CODEX, 0o644)
  mkdirSync(path.join(home, '.codex'))
  symlinkSync('../dotfiles/codex.toml', path.join(home, '.codex/config.toml'))
  put('.gemini/.env', GEMINI_ENV, 0o640)
  linkSync(path.join(home, '.gemini/.env'), path.join(home, 'dotfiles/gemini.env'))
  put('.gemini/settings.json', GEMINI, 0o640)
  if (process.getuid?.() === 0) chownSync(path.join(home, '.gemini/settings.json'), 1234, 4321)
}

/** The trees around the attacked operation: `pristine` before Switchyard, all old, all new. */
export interface Prepared {
  readonly pristine: Tree
  readonly old: Tree
  readonly oldTools: Tree
  readonly newTools: Tree
}

export async function prepare(slot: Slot, scenario: Scenario): Promise<Prepared> {
  slot.reset({})
  if (scenario.files === 'rich') writeRichFiles(slot.home)
  const { api } = slot.core()
  await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  await api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  await api['profiles.add']({ profile: relayInput('Gamma', 'sk-cccccccccccccccccccccccccccc-CCCC') })
  const pristine = slot.tools()
  for (const operation of scenario.before) await operate(slot.core().api, operation)
  const old = slot.all()
  const oldTools = slot.tools()
  await operate(slot.core().api, scenario.attacked)
  const newTools = slot.tools()
  slot.reset(old)
  return { pristine, old, oldTools, newTools }
}
