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

/**
 * The variables for one relay. The key that is not used is blank, because a second one from the shell would be sent too. Without a mapping the
 * aliases opus, sonnet and haiku become names of Anthropic's own that a relay may not know, so the main model fills what is empty.
 */
export function claudeEnv(target: ToolTarget): Readonly<Record<string, string>> {
  const { main, opus, sonnet, haiku } = target.models
  const asKey = target.options.auth === 'api-key'
  return present({
    ANTHROPIC_BASE_URL: target.baseUrl,
    ...(asKey ? { ANTHROPIC_API_KEY: target.key, ANTHROPIC_AUTH_TOKEN: '' } : { ANTHROPIC_AUTH_TOKEN: target.key, ANTHROPIC_API_KEY: '' }),
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
