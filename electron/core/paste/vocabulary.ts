import type { Protocol } from '../../../shared/model/tool'
import { type Reading, setModel } from './reading'
import { runsCode } from './risks'

interface Meaning {
  readonly field: 'url' | 'key' | 'model'
  readonly tool?: string
  readonly slot?: string
  readonly options?: Readonly<Record<string, string>>
}

const claude = { tool: 'claude' }
const codex = { tool: 'codex' }
const gemini = { tool: 'gemini' }

/** Variables that other programs' guides, links and files use. Foreign formats name tools; this table is where they become ours. */
const variables: Readonly<Record<string, Meaning>> = {
  ANTHROPIC_BASE_URL: { ...claude, field: 'url' },
  ANTHROPIC_API_URL: { ...claude, field: 'url' },
  ANTHROPIC_AUTH_TOKEN: { ...claude, field: 'key' },
  ANTHROPIC_API_KEY: { ...claude, field: 'key', options: { auth: 'api-key' } },
  ANTHROPIC_MODEL: { ...claude, field: 'model', slot: 'main' },
  ANTHROPIC_DEFAULT_OPUS_MODEL: { ...claude, field: 'model', slot: 'opus' },
  ANTHROPIC_DEFAULT_SONNET_MODEL: { ...claude, field: 'model', slot: 'sonnet' },
  ANTHROPIC_DEFAULT_HAIKU_MODEL: { ...claude, field: 'model', slot: 'haiku' },
  ANTHROPIC_SMALL_FAST_MODEL: { ...claude, field: 'model', slot: 'haiku' },
  OPENAI_BASE_URL: { ...codex, field: 'url' },
  OPENAI_API_BASE: { ...codex, field: 'url' },
  OPENAI_API_KEY: { ...codex, field: 'key' },
  CODEX_API_KEY: { ...codex, field: 'key' },
  OPENAI_MODEL: { ...codex, field: 'model', slot: 'main' },
  GOOGLE_GEMINI_BASE_URL: { ...gemini, field: 'url' },
  GEMINI_BASE_URL: { ...gemini, field: 'url' },
  GEMINI_API_KEY: { ...gemini, field: 'key' },
  GOOGLE_API_KEY: { ...gemini, field: 'key' },
  GEMINI_MODEL: { ...gemini, field: 'model', slot: 'main' },
}

/** The tool that a foreign application name stands for. */
export const toolOfApp = (app: string): string =>
  app
    .trim()
    .toLowerCase()
    .replace(/^(claude|codex|gemini)[-_ ](?:code|cli)$/, '$1')

const generic: readonly (readonly [RegExp, Meaning])[] = [
  [/^(?:api)?(?:base|root|server|relay)?(?:url|uri)$|^(?:api)?(?:endpoint|base|host)$|^(?:base|server)(?:address)?$/, { field: 'url' }],
  [
    /^(?:api|access|auth|bearer|secret|relay)?(?:key|token)$|^authorization$|^(?:api)?secret$|^experimentalbearertoken$|^xapikey$|^xgoogapikey$/,
    { field: 'key' },
  ],
  [/^(?:default)?model(?:id|name)?$/, { field: 'model' }],
]

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** What a name of a variable, a JSON member or a TOML key stands for; undefined for all that has no place in a profile. */
export function meaningOf(name: string): Meaning | undefined {
  if (Object.hasOwn(variables, name)) return variables[name]
  const plain = plainName(name)
  const whole = generic.find(([pattern]) => pattern.test(plain))?.[1]
  if (whole !== undefined) return whole
  // RELAY_BASE_URL, MY_API_KEY: known by how they end.
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return undefined
  if (/(?:BASE_URL|API_BASE|ENDPOINT|API_URL)$/.test(name)) return { field: 'url' }
  return /(?:API_KEY|AUTH_TOKEN|ACCESS_TOKEN)$/.test(name) ? { field: 'key' } : undefined
}

/** Puts a named value where it belongs. Returns false for a name that has no place in a profile; such that run code become a risk. */
export function take(reading: Reading, name: string, value: string, tool?: string): boolean {
  const meaning = meaningOf(name)
  if (meaning === undefined) {
    runsCode(reading, name)
    return false
  }
  if (value.trim() === '') return true
  const owner = meaning.tool ?? tool
  if (owner !== undefined) reading.tools.add(owner)
  if (meaning.field === 'url') reading.urls.push(value)
  if (meaning.field === 'key') reading.keys.push(value)
  if (meaning.field === 'model') {
    if (owner === undefined) reading.looseModels.add(value.trim())
    else setModel(reading, owner, meaning.slot ?? 'main', value)
  }
  if (meaning.options !== undefined && owner !== undefined) reading.options.set(owner, { ...meaning.options })
  return true
}

const paths: readonly (readonly [RegExp, Protocol])[] = [
  [/\/v1\/messages\b/, 'anthropic'],
  [/\/responses\b/, 'openai-responses'],
  [/\/chat\/completions\b/, 'openai-chat'],
  [/\/v1beta\b/, 'gemini'],
]

/** The protocol that an endpoint's path belongs to. */
export const protocolOf = (url: string): Protocol | undefined => paths.find(([path]) => path.test(url))?.[1]
