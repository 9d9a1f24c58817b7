import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { everyText } from '../core/every-text'
import { maskShapes } from '../core/redact/shapes'
import { plain } from './paint'
import { localise, type Ui } from './ui'

/** 0 done, 1 a check failed or something unexpected, 2 usage, 3 refused and nothing changed, 4 failed and rolled back. */
export const exitCodes: Readonly<Record<Problem['kind'], number>> = { usage: 2, refused: 3, 'rolled-back': 4, internal: 1 }

/** Tells a problem: as JSON on standard output for scripts, in words on standard error for people. */
export function tellProblem(ui: Ui, given: Problem): number {
  // A mistyped command line may have a key in the place of a name.
  const problem = everyText(given, maskShapes)
  if (ui.json) ui.out(`${JSON.stringify({ error: localise(problem, ui.language) }, null, 2)}\n`)
  else ui.note(problemText(ui, problem))
  return exitCodes[problem.kind]
}

export function problemText(ui: Ui, problem: Problem): string {
  const where = problem.file && [problem.file, problem.line, problem.line && problem.column].filter(Boolean).join(':')
  return [
    `${ui.paint.bad(ui.say(text('error:', '错误：')))} ${ui.say(problem.message)}`,
    ...(where ? [`  ${ui.say(text('in', '位置：'))} ${plain(where)}`] : []),
    ...(problem.hint ? [`  ${ui.paint.accent(ui.say(text('hint:', '提示：')))} ${ui.say(problem.hint)}`] : []),
  ].join('\n')
}
