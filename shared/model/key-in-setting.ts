import type { ToolProfile } from './profile'

/** How the keys of known services begin. */
export const KEY_BEGINNING = 'sk-|AIza|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_|gsk_|xai-|eyJ'

/** What stands where a key would, and is none: a masked one, a variable, a blank to fill in, a place, an address. */
export const isNoKey = (value: string): boolean =>
  /…|^[$%{[<(*\\]|^(?:your|xxx|bearer$|basic$)|^[a-z]+:\/\/|^(?:[~.]*|[a-z]:)[\\/]/i.test(value) || isVariableName(value)

/** The name of a variable is no secret (`env_key = "MY_RELAY_KEY"`), nor is another switcher's placeholder. */
export const isVariableName = (value: string): boolean => /^[A-Z]{2,}(?:_[A-Z]{2,})+$/.test(value)

/** A value that stands where tools keep keys, and is one: no command, no place, no word. */
export const isLikelySecret = (value: string): boolean => /^\S{8,}$/.test(value) && /\d|.{24}/.test(value) && !isNoKey(value)

const secretName = /key|token|secret|password|passwd|credential|authorization|bearer/i
const begins = new RegExp(`(?:^|[\\s"'=:,])(?:${KEY_BEGINNING})(?=[\\w.-]*\\d|[\\w.-]{20})[\\w.-]{8,}`)
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
  return secretName.test(name) && isLikelySecret(text)
}

/** The further settings that hold a key, as `tool` and `name`; without those that `known` has with the very value. */
export const keysInSettings = (
  tools: Readonly<Record<string, Pick<ToolProfile, 'extra'>>>,
  known: Readonly<Record<string, Pick<ToolProfile, 'extra'>>> = {},
): readonly { readonly tool: string; readonly name: string }[] =>
  Object.entries(tools).flatMap(([tool, { extra }]) =>
    Object.entries(extra).flatMap(([name, value]) => (holdsKey(name, value) && known[tool]?.extra[name] !== value ? [{ tool, name }] : [])),
  )
