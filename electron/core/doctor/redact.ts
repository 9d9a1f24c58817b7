import { realpathSync } from 'node:fs'
import type { Profile } from '../../../shared/model/profile'
import { maskSecrets } from '../redact/mask-secrets'
import { isVariableName, keysByShape, maskSuspects } from '../redact/shapes'
import { secretsIn } from '../secrets'
import { pathsOf } from '../tools/paths'
import type { Place } from '../tools/tool'
import type { ToolFacts } from './facts/tools'
import { tried } from './facts/tried'
import { keyAtHand } from './key-at-hand'

/** What the doctor takes out of its texts beyond what all do: whose machine it is, and every secret that it met while it looked. */
export interface Redactor {
  readonly secrets: readonly string[]
  text(words: string): string
  /** The machine's own name, for who asked to leave it out. */
  withoutHost(words: string): string
}

/** A setting of a broken file that is named like a secret, in any format; its value ends at a quote or blank. */
const setting =
  /["']?[\w.-]*(?:key|token|secret|password|passwd|credential|authorization)[\w.-]*["']?\s*[:=]\s*["']?(?:bearer\s+)?([^"'\s,;}]{8,})/gi

/** What may be secret in a text that cannot be parsed, or is a start-up file. */
export const secretsInText = (content: string): readonly string[] =>
  [...(content.match(keysByShape) ?? []), ...[...content.matchAll(setting)].flatMap(([, value]) => value ?? [])].filter(
    (value) => !isVariableName(value),
  )

/** Names that are too common to be replaced in the middle of texts, and those of the tools. */
const common = new Set([
  'root',
  'user',
  'admin',
  'home',
  'test',
  'default',
  'localhost',
  'claude',
  'codex',
  'gemini',
  'switchyard',
  'relay',
  'code',
  'node',
])

/** A name where no other letter or digit touches it; undefined for one that is too short or too common to be told from a word. */
const nameIn = (name: string): RegExp | undefined =>
  name.length >= 3 && !common.has(name.toLowerCase())
    ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu')
    : undefined

/** The home folder as it may be written: with either slash, doubled as in JSON, percent-encoded, and behind its links. */
function writtenAs(home: string): readonly string[] {
  const real = tried(() => realpathSync(home)) ?? home
  const forms = [home, real].flatMap((path) => [
    path,
    path.replaceAll('\\', '\\\\'),
    path.replaceAll('\\', '/'),
    encodeURI(path),
    encodeURIComponent(path),
  ])
  return [...new Set(forms)].filter((form) => form.length > 1).sort((a, b) => b.length - a.length)
}

export function createRedactor(known: {
  readonly place: Place
  readonly hostName: string
  /** The user's login name; the name of the home folder counts as well. */
  readonly userName: string
  readonly profiles: readonly Profile[]
  readonly tools: readonly ToolFacts[]
}): Redactor {
  const { place } = known
  const inFiles = known.tools.flatMap(({ files }) => files.flatMap(({ values }) => secretsIn(values)))
  const inEnv = secretsIn(Object.fromEntries(Object.entries(place.env).map(([name, value]) => [name, value ?? ''])))
  const secrets = [...new Set([...known.profiles.flatMap((profile) => keyAtHand(profile) ?? []), ...inFiles, ...inEnv])].filter(
    (secret) => secret.length >= 8 && !isVariableName(secret),
  )
  const homes = new RegExp(
    `(?:${writtenAs(place.home).map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    place.platform === 'linux' ? 'gu' : 'giu',
  )
  const users = [pathsOf(place).basename(place.home), known.userName].flatMap((name) => nameIn(name) ?? [])
  const redact = (words: string): string => {
    const masked = maskSuspects(maskSecrets(words, [...secrets, ...secrets.map(encodeURIComponent)])).replace(homes, '~')
    return users.reduce((left, name) => left.replace(name, '<user>'), masked)
  }
  // Machines are often named after their user, whose name is gone by then.
  const names = [known.hostName, known.hostName.split('.')[0] ?? '']
  const hosts = [...new Set([...names, ...names.map(redact)])].flatMap((name) => nameIn(name) ?? [])
  return {
    secrets,
    text: redact,
    withoutHost: (words) => hosts.reduce((left, name) => left.replace(name, '<host>'), words),
  }
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
