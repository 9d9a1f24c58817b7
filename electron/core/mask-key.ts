import { endOfRun, isLetter } from '../../shared/model/letters'

/** Letters of a prefix, without its dash, and characters of the end: as many as a mask shows at most. */
const PREFIX = 6
const END = 4

/** A key as it may be shown: `sk-…3f9a`. The prefix up to the first dash stays when it is short and plain; short keys are hidden entirely. */
export function maskKey(key: string): string {
  if (key === '') return ''
  const prefix = prefixOf(key)
  return key.length - prefix.length < 12 ? '…' : `${prefix}…${key.slice(-END)}`
}

function prefixOf(key: string): string {
  const end = endOfRun(key, 0, isLetter)
  return end > 0 && end <= PREFIX && (key[end] === '-' || key[end] === '_') ? key.slice(0, end + 1) : ''
}

/** True for a text that shows no more of a key than {@link maskKey} does. */
export function isMask(text: string): boolean {
  const at = text.indexOf('…')
  return at >= 0 && at <= PREFIX + 1 && text.length - at - 1 <= END
}
