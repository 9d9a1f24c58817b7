import { text } from '../../shared/model/text'
import { SHORTEST_PASSPHRASE } from '../../shared/model/transfer'
import type { Call } from './call'
import { readHidden } from './read-hidden'
import { fromInput, fromVariable } from './read-key'
import { usage } from './usage'

/**
 * The passphrase of a file: from where the options say, else asked for at a terminal; a new one twice. Never from the command line itself.
 * @throws {ProblemError} kind `usage`
 */
export async function readFilePassphrase({ args, env, ui }: Call, which: 'present' | 'new'): Promise<string> {
  const variable = args.value('passphrase-env')
  if (variable !== undefined && args.flag('passphrase-stdin'))
    throw usage(
      text(
        'Only one of these can be given: --passphrase-env, --passphrase-stdin.',
        '--passphrase-env 与 --passphrase-stdin 只能给出一个。',
      ),
    )
  const asked = variable === undefined && ui.isTerminal(0)
  if (variable === undefined && !asked && !args.flag('passphrase-stdin'))
    throw usage(
      text('A passphrase is needed.', '需要口令。'),
      text('Give it with --passphrase-stdin or --passphrase-env VAR.', '请用 --passphrase-stdin 或 --passphrase-env VAR 提供。'),
    )
  const question =
    which === 'new'
      ? text(
          'Passphrase for the file (it is not shown; without it the file cannot be opened):',
          '文件口令（不会显示；没有它将无法打开文件）：',
        )
      : text('Passphrase of the file (it is not shown):', '文件口令（不会显示）：')
  const given =
    variable !== undefined ? fromVariable(env, variable, '--passphrase-env') : asked ? await readHidden(ui, question) : await fromInput()
  if (which === 'present') return given
  if (given.length < SHORTEST_PASSPHRASE)
    throw usage(text(`A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`, `口令至少需要 ${SHORTEST_PASSPHRASE} 个字符。`))
  if (asked && (await readHidden(ui, text('Once more:', '请再输入一次：'))) !== given)
    throw usage(text('The two passphrases differ; nothing was written.', '两次输入的口令不同，未写入任何内容。'))
  return given
}
