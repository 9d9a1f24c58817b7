import type { Profile } from '../../../shared/model/profile'
import type { LocalText } from '../../../shared/model/text'
import { maskKey } from '../api-key'
import { maskSecrets } from '../diff-text'
import { secretsIn } from '../secrets'
import { pathsOf } from '../tools/paths'
import type { Place } from '../tools/tool'
import type { ToolFacts } from './facts/tools'

/** The only way for texts that may hold secrets to leave the doctor. */
export interface Redactor {
  readonly secrets: readonly string[]
  text(words: string): string
  local(words: LocalText): LocalText
  /** The machine's own name, for who asked to leave it out. */
  withoutHost(words: string): string
}

/** Keys by their shape, whoever's they are; credentials in a URL; `Bearer …`. */
const shapes = /\b(?:sk-|AIza|ghp_|gho_|github_pat_|xox[abp]-|eyJ)[\w.-]{8,}/g
const inUrl = /\/\/[^/\s:@]*:[^/\s@]*@/g
const bearer = /\b(Bearer\s+)[\w.~+/=-]{8,}/gi
const assigned = /\b([A-Z][A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD)\s*[=:]\s*['"]?)([^\s'"]{4,})/g

/** A setting of a broken file that is named like a secret, in any format; its value ends at a quote or blank. */
const setting = /["']?[\w.-]*(?:key|token|secret|password|passwd|credential|authorization)[\w.-]*["']?\s*[:=]\s*["']?([^"'\s,;}]{8,})/gi

/** The name of a variable is none (`env_key = "MY_RELAY_KEY"`), nor is another switcher's placeholder. */
const isName = (value: string): boolean => /^[A-Z]{2,}(?:_[A-Z]{2,})+$/.test(value)

/** What may be secret in a text that cannot be parsed, or is a start-up file. */
export const secretsInText = (content: string): readonly string[] =>
  [...(content.match(shapes) ?? []), ...[...content.matchAll(setting)].flatMap(([, value]) => value ?? [])].filter(
    (value) => !isName(value),
  )

/** Names that are too common to be replaced in the middle of texts. */
const common = new Set(['root', 'user', 'admin', 'home', 'test', 'default', 'localhost'])

export function createRedactor(known: {
  readonly place: Place
  readonly hostName: string
  readonly profiles: readonly Profile[]
  readonly tools: readonly ToolFacts[]
}): Redactor {
  const { place } = known
  const inFiles = known.tools.flatMap(({ files }) => files.flatMap(({ values }) => secretsIn(values)))
  const inEnv = secretsIn(Object.fromEntries(Object.entries(place.env).map(([name, value]) => [name, value ?? ''])))
  const secrets = [...new Set([...known.profiles.map(({ relay }) => relay.key), ...inFiles, ...inEnv])].filter(
    (secret) => secret.length >= 8 && !isName(secret),
  )
  const user = pathsOf(place).basename(place.home)
  const userName =
    user.length >= 3 && !common.has(user.toLowerCase()) ? new RegExp(`(?<![\\w-])${escaped(user)}(?![\\w-])`, 'g') : undefined
  const redact = (words: string): string => {
    const masked = maskSecrets(words, secrets)
      .replace(shapes, (key) => maskKey(key))
      .replace(inUrl, '//…@')
      .replace(bearer, '$1…')
      .replace(assigned, (all, before: string, value: string) => (value.includes('…') ? all : `${before}…`))
    const homeless = masked.replaceAll(place.home, '~')
    return userName === undefined ? homeless : homeless.replace(userName, '<user>')
  }
  return {
    secrets,
    text: redact,
    local: ({ en, zh }) => ({ en: redact(en), zh: redact(zh) }),
    withoutHost: (words) =>
      known.hostName.length < 3 || common.has(known.hostName.toLowerCase())
        ? words
        : words.replace(new RegExp(`(?<![\\w-])${escaped(known.hostName)}(?![\\w-])`, 'gi'), '<host>'),
  }
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
