import type { ToolContext, ToolTarget } from './tool'
import { present, stringAt, valueAt } from './values'

/** Variable by model slot. */
export const envName = {
  main: 'ANTHROPIC_MODEL',
  opus: 'ANTHROPIC_DEFAULT_OPUS_MODEL',
  sonnet: 'ANTHROPIC_DEFAULT_SONNET_MODEL',
  haiku: 'ANTHROPIC_DEFAULT_HAIKU_MODEL',
} as const

/** Each turns Claude Code to another provider, before it looks at the base URL; the empty string turns it off, also when the shell sets it (2.1.330). */
const providerSwitches = ['CLAUDE_CODE_USE_BEDROCK', 'CLAUDE_CODE_USE_VERTEX', 'CLAUDE_CODE_USE_FOUNDRY'] as const

const ownedNames: readonly string[] = [
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_SMALL_FAST_MODEL',
  'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC',
  // Set within settings.json it would split Claude Code's state over two folders.
  'CLAUDE_CONFIG_DIR',
  ...Object.values(envName),
  ...providerSwitches,
]
export const owned = (name: string): boolean => ownedNames.includes(name)

interface Keys {
  readonly ANTHROPIC_AUTH_TOKEN: string
  readonly ANTHROPIC_API_KEY: string
}

/** The key in the one of the two that the profile chose. */
export const keyIn = ({ key, options }: ToolTarget): Keys =>
  options.auth === 'api-key' ? { ANTHROPIC_API_KEY: key, ANTHROPIC_AUTH_TOKEN: '' } : { ANTHROPIC_AUTH_TOKEN: key, ANTHROPIC_API_KEY: '' }

/** Both blank, so that the helper's key is the only one: beside a token or a key its output would be a second one (2.1.330). */
export const noKeys: Keys = { ANTHROPIC_AUTH_TOKEN: '', ANTHROPIC_API_KEY: '' }

/**
 * The command for apiKeyHelper, a line for the shell of the system (`/bin/sh`, cmd.exe); undefined where the key is written. Alone, its output goes
 * as Bearer and as x-api-key, asked once per start and again after five minutes or a 401 (2.1.330); `auth` of the profile has no say.
 */
export const helperOf = ({ keyDelivery, keyCommand }: ToolTarget): string | undefined =>
  keyDelivery === 'command' ? keyCommand?.line : undefined

/**
 * The variables for one relay. The key that is not used is blank, because a second one from the shell would be sent too. Without a mapping the
 * aliases opus, sonnet and haiku become names of Anthropic's own that a relay may not know, so the main model fills what is empty.
 */
export function claudeEnv(target: ToolTarget, keys: Keys): Readonly<Record<string, string>> {
  const { main, opus, sonnet, haiku } = target.models
  return present({
    ANTHROPIC_BASE_URL: target.baseUrl,
    ...keys,
    [envName.main]: main,
    [envName.opus]: opus ?? main,
    [envName.sonnet]: sonnet ?? main,
    [envName.haiku]: haiku ?? main,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: target.options.quiet === false ? undefined : '1',
    ...Object.fromEntries(providerSwitches.map((name) => [name, ''])),
  })
}

/**
 * The deprecated small model wins over the haiku one, so it is written where the file has it. What the shell says is left out on purpose: the
 * shells that Switchyard runs in see different variables, and must come to the same answer.
 */
export function smallModel(target: ToolTarget, { values }: ToolContext): Readonly<Record<string, string>> {
  const small = target.models.haiku ?? target.models.main
  const inFile = valueAt(values.settings, ['env', 'ANTHROPIC_SMALL_FAST_MODEL']) !== undefined
  return inFile && small !== undefined ? { ANTHROPIC_SMALL_FAST_MODEL: small } : {}
}

/** True when the file has a command that hands out keys. */
export const hasHelper = ({ values }: ToolContext): boolean => stringAt(values.settings, ['apiKeyHelper']) !== undefined
