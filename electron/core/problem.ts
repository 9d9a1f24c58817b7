import type { Problem } from '../../shared/model/switch'
import type { LocalText } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'

type Where = Pick<Problem, 'file' | 'line' | 'column'>

/** Nothing was changed, because something is not as it must be. */
export const refused = (code: string, message: LocalText, hint: LocalText, where: Where = {}): ProblemError =>
  new ProblemError({ code, kind: 'refused', message, hint, ...where })

/** The input itself is wrong. */
export const misused = (code: string, message: LocalText, hint: LocalText): ProblemError =>
  new ProblemError({ code, kind: 'usage', message, hint })

/** Something failed on the way; what had been done was taken back. */
export const rolledBack = (code: string, message: LocalText, hint: LocalText, where: Where = {}): ProblemError =>
  new ProblemError({ code, kind: 'rolled-back', message, hint, ...where })

/** The code of a system error (`ENOENT`), or undefined for anything else. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
