import { type LocalText, text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'
import { nearest } from './nearest'

/** A mistake on the command line; the hint says what to do instead. */
export const usage = (message: LocalText, hint?: LocalText): ProblemError =>
  new ProblemError({ code: 'usage', kind: 'usage', message, hint })

export const seeHelp = (command?: string): LocalText => {
  const line = command ? `switchyard ${command} --help` : 'switchyard --help'
  return text(`See "${line}".`, `请查看 "${line}"。`)
}

/** "Did you mean …" where something is near, else the fallback. */
export function didYouMean(word: string, candidates: readonly string[], fallback: LocalText): LocalText {
  const near = nearest(word, candidates)
  if (near.length === 0) return fallback
  const list = near.join(', ')
  return text(`Did you mean: ${list}?`, `您是否想输入：${list}？`)
}
