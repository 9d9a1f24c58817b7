import { text } from '../../shared/model/text'
import type { Call } from './call'
import { readHidden } from './read-hidden'
import { fromInput, fromVariable } from './read-key'
import { usage } from './usage'

/** Shorter ones are guessed. */
const SHORTEST = 8

/**
 * The passphrase of the vault: from the variable that `--passphrase-env` names, else asked for without showing it, else from standard input.
 * @throws {ProblemError} kind `usage`
 */
export async function readPassphrase({ args, env, ui }: Call, which: 'present' | 'new'): Promise<string> {
  const variable = args.value('passphrase-env')
  const ask = () =>
    readHidden(
      ui,
      which === 'new'
        ? text('New passphrase (it is not shown):', '新口令（不会显示）：')
        : text('Passphrase (it is not shown):', '口令（不会显示）：'),
    )
  const asked = variable === undefined && ui.isTerminal(0)
  const given = variable !== undefined ? fromVariable(env, variable, '--passphrase-env') : asked ? await ask() : await fromInput()
  if (which === 'present') return given
  if (given.length < SHORTEST) throw usage(text(`A passphrase has at least ${SHORTEST} characters.`, `口令至少需要 ${SHORTEST} 个字符。`))
  if (asked && (await readHidden(ui, text('Once more:', '请再输入一次：'))) !== given)
    throw usage(text('The two passphrases differ; nothing was changed.', '两次输入的口令不同，未做任何更改。'))
  return given
}
