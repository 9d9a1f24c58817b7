import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'

/**
 * The problem that something thrown stands for. The words of an unknown error are left out, for they may quote a file or a key; its class and
 * the system's error code (such as EACCES) cannot.
 */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  const clue = [className(thrown), systemCode(thrown)].filter(Boolean).join(' ')
  return {
    code: 'internal',
    kind: 'internal',
    message: text(`Something unexpected happened inside Switchyard (${clue}).`, `Switchyard 内部发生了意外错误（${clue}）。`),
    hint: text(
      'Try again. If it happens again, please report it with the steps that led here.',
      '请重试。如果再次出现，请报告此问题并附上操作步骤。',
    ),
  }
}

function className(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  return /^[A-Za-z]{1,40}$/.test(thrown.name) ? thrown.name : 'Error'
}

function systemCode(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : ''
}
