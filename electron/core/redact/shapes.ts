import { isLikelySecret, isNoKey, isVariableName, KEY_BEGINNINGS } from '../../../shared/model/key-in-setting'
import { endOfRun, isDigit, isLetter } from '../../../shared/model/letters'
import { isMask, maskKey } from '../mask-key'

export { isLikelySecret, isVariableName }

/** A value that is a key by its beginning, whatever its name is. */
export function isKeyLike(value: string): boolean {
  const beginning = KEY_BEGINNINGS.find((one) => value.startsWith(one))
  return beginning !== undefined && endOfRun(value, beginning.length, isKeyCode) >= beginning.length + 8
}
const isKeyCode = (code: number): boolean => isLetter(code) || isDigit(code) || code === 95 || code === 46 || code === 45

const BEGINNING = KEY_BEGINNINGS.join('|')

/** Every key in a text by its beginning alone: for texts that nobody needs to read as they were, such as a report for strangers. */
export const keysByShape = new RegExp(`\\b(?:${BEGINNING})[\\w.-]{8,}`, 'g')

/** What one of the shapes below must hold. */
const LOWER_BEGINNINGS = KEY_BEGINNINGS.map((one) => one.toLowerCase())
const NAMES = ['key', 'token', 'auth', 'secret', 'password']

/** One look tells of most texts that they hold none of the shapes; so nothing needs to be compiled for paths, addresses and masked keys. */
function mayHold(words: string): boolean {
  if (words.length < 8 || isMask(words)) return false
  const lower = words.toLowerCase()
  const has = (one: string): boolean => lower.includes(one)
  return LOWER_BEGINNINGS.some(has) || has('bearer') || (has('//') && has('@')) || ((has('=') || has(':')) && NAMES.some(has))
}

/** A closer look: prose about keys has none of the shapes. */
const MAY = new RegExp(`${BEGINNING}|bearer\\s|(?:key|token|auth|authorization|secret|password)["']?\\s*[:=]|//[^/\\s]*@`, 'i')

/** Words as in `sk-learn-and-more` have no digit; keys of that length have. */
const keys = new RegExp(`\\b(?:${BEGINNING})(?=[\\w-]*\\d|[\\w-]{20})[\\w-]{8,}(?:\\.[\\w-]+)*`, 'g')
/** A login in a URL; `git@` is everyone's. */
const inUrl = /\/\/(?!git@|…@)[^/\s@"'<>]+@/g
const inQuery = /([?&;](?:key|api[-_]?key|token|access_token|auth|secret|password)=)([^&#\s"'<>]{4,})/gi
const inHeader =
  /\b((?:x-api-key|x-goog-api-key|api-key|(?:proxy-)?authorization)["']?\s*[:=]\s*["']?(?:(?:bearer|basic)\s+)?)((?=[^\s"',;]*[\d.]|[^\s"',;]{16})[^\s"',;]{8,})/gi
const bearer = /\b(bearer\s+)((?=[\w.~+/=-]*\d|[\w.~+/=-]{24})[\w.~+/=-]{8,})/gi
const assigned = /\b([A-Z][A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD)["']?\s*[=:]\s*["']?)((?=[^\s"',;]*\d|[^\s"',;]{16})[^\s"',;]{6,})/g

const kept = (all: string, before: string, value: string): string => (isNoKey(value) ? all : `${before}${maskKey(value)}`)

/**
 * A text without what looks like a secret, whoever's it is: keys by their beginning, JSON Web Tokens, `Bearer …`, key headers, assignments to
 * variables named like a secret, and logins and keys in URLs. What is masked already stays, and so does a text without any.
 */
export function maskShapes(words: string): string {
  if (!mayHold(words) || !MAY.test(words)) return words
  return words
    .replace(keys, (key) => maskKey(key))
    .replace(bearer, kept)
    .replace(inUrl, '//…@')
    .replace(inQuery, kept)
    .replace(inHeader, kept)
    .replace(assigned, kept)
}

/** As `maskShapes`, and whatever else may be one: for a text that strangers get, and that nobody needs to read as it was. */
export const maskSuspects = (words: string): string =>
  maskShapes(words)
    .replace(keysByShape, (key) => maskKey(key))
    .replace(/\b(bearer\s+)[\w.~+/=-]{8,}/gi, '$1…')
