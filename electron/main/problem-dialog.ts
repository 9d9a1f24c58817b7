import { dialog, type MessageBoxOptions } from 'electron'
import type { Problem } from '../../shared/model/switch'
import { type Language, text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'

/** Tells a failure where no window may be open, and offers to open it. */
export async function showProblem(error: unknown, language: Language, open: () => void): Promise<void> {
  if (!(error instanceof ProblemError)) throw error
  const { response } = await dialog.showMessageBox(problemBox(error.problem, language))
  if (response === 1) open()
}

/** The dialog for a problem: what, where, and what to do about it. */
export function problemBox(problem: Problem, language: Language): MessageBoxOptions {
  const place =
    problem.file === undefined ? undefined : [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
  return {
    type: problem.kind === 'internal' ? 'error' : 'warning',
    title: 'Switchyard',
    message: problem.message[language],
    detail: [problem.hint?.[language], place].filter((line) => line !== undefined).join('\n\n'),
    buttons: [buttons.close[language], buttons.open[language]],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  }
}

const buttons = { close: text('Close', '关闭'), open: text('Open Switchyard', '打开 Switchyard') }
