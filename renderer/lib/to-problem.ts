import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'

/** Any thrown value as a problem in words. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return {
    code: 'unexpected',
    kind: 'internal',
    message: text(`Something unexpected happened: ${String(error)}`, `发生了意外错误：${String(error)}`),
    hint: text('Try again. If it stays, restart Switchyard.', '请重试；如果仍然出现，请重启 Switchyard。'),
  }
}
