import { endOfRun, holdsWord, isDigit, isLetter } from './letters'
import type { ToolProfile } from './profile'

/** How the keys of known services begin. */
export const KEY_BEGINNINGS = 'sk- AIza ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- xoxa- xoxb- xoxp- xoxr- xoxs- hf_ gsk_ xai- eyJ'.split(
  ' ',
)

/** What stands where a key would, and is none: a masked one, a variable, a blank to fill in, a place, an address. */
export function isNoKey(value: string): boolean {
  if (value.includes('…') || (value !== '' && '$%{[<(*\\'.includes(value.charAt(0)))) return true
  const lower = value.toLowerCase()
  if (lower.startsWith('your') || lower.startsWith('xxx') || lower === 'bearer' || lower === 'basic') return true
  const word = endOfRun(value, 0, isLetter)
  return (word > 0 && value.startsWith('://', word)) || isPlace(value, word) || isVariableName(value)
}

/** A path: from the root, a drive, the home or this folder. */
function isPlace(value: string, word: number): boolean {
  const start = word === 1 && value[1] === ':' ? 2 : endOfRun(value, 0, (code) => code === 126 || code === 46)
  return value[start] === '/' || value[start] === '\\'
}

/** The name of a variable is no secret (`env_key = "MY_RELAY_KEY"`), nor is another switcher's placeholder. */
export const isVariableName = (value: string): boolean => value.includes('_') && /^[A-Z]{2,}(?:_[A-Z]{2,})+$/.test(value)

/** A value that stands where tools keep keys, and is one: no command, no place, no word. */
export function isLikelySecret(value: string): boolean {
  if (value.length < 8 || endOfRun(value, 0, isVisible) < value.length) return false
  return (value.length >= 24 || endOfRun(value, 0, (code) => !isDigit(code)) < value.length) && !isNoKey(value)
}

/** No blank, whatever its width. */
const isVisible = (code: number): boolean => (code > 32 && code < 128) || String.fromCharCode(code).trim() !== ''

const secretWords = ['key', 'token', 'secret', 'password', 'passwd', 'credential', 'authorization', 'bearer']

/** True for a name under which tools keep keys, tokens and passwords. */
export const isSecretName = (name: string): boolean => holdsWord(name, secretWords)

const begins = new RegExp(`(?:^|[\\s"'=:,])(?:${KEY_BEGINNINGS.join('|')})(?=[\\w.-]*\\d|[\\w.-]{20})[\\w.-]{8,}`)
const header = /\b(?:(?:x-api-key|x-goog-api-key|api-key|authorization)\s*[:=]\s*|bearer\s+)(?:bearer\s+|basic\s+)?(\S{8,})/gi
/** `MY_KEY_2`: a variable that holds the key, named in the place of it. */
const named = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/

/**
 * True for a further setting of a tool that holds a key, by its name or by its look. Such settings are stored and shown as they are, so no key may
 * be among them. A number is none, nor is the name of a variable.
 */
export function holdsKey(name: string, value: string | number | boolean): boolean {
  if (typeof value !== 'string') return false
  const text = value.trim()
  if (/^\d*$/.test(text) || named.test(text)) return false
  if (begins.test(text) || [...text.matchAll(header)].some(([, word]) => isLikelySecret(word ?? ''))) return true
  return isSecretName(name) && isLikelySecret(text)
}

/** The further settings that hold a key, as `tool` and `name`; without those that `known` has with the very value. */
export const keysInSettings = (
  tools: Readonly<Record<string, Pick<ToolProfile, 'extra'>>>,
  known: Readonly<Record<string, Pick<ToolProfile, 'extra'>>> = {},
): readonly { readonly tool: string; readonly name: string }[] =>
  Object.entries(tools).flatMap(([tool, { extra }]) =>
    Object.entries(extra).flatMap(([name, value]) => (holdsKey(name, value) && known[tool]?.extra[name] !== value ? [{ tool, name }] : [])),
  )
