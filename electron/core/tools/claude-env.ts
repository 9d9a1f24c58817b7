import { variable } from './paths'
import type { ToolContext, ToolTarget } from './tool'
import { present, stringAt, valueAt } from './values'

/** Variable by model slot. */
export const envName = {
  main: 'ANTHROPIC_MODEL',
  opus: 'ANTHROPIC_DEFAULT_OPUS_MODEL',
  sonnet: 'ANTHROPIC_DEFAULT_SONNET_MODEL',
  haiku: 'ANTHROPIC_DEFAULT_HAIKU_MODEL',
} as const

/** Each turns Claude Code to another provider, before it looks at the base URL; the empty string turns it off (2.1.330). */
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
  })
}

/**
 * Variables that are written only where something stands in the way: provider switches in the shell or the file, and the deprecated small model,
 * which wins over the haiku one. "Stands in the file" includes our own blank, so that the answer stays the same after the switch.
 */
export function blankable(target: ToolTarget, { place, values }: ToolContext): Readonly<Record<string, string>> {
  const inFile = (name: string) => valueAt(values.settings, ['env', name]) !== undefined
  const found = (name: string) => inFile(name) || variable(place, name) !== undefined
  const small = target.models.haiku ?? target.models.main
  return {
    ...Object.fromEntries(providerSwitches.filter(found).map((name) => [name, ''])),
    ...(small !== undefined && found('ANTHROPIC_SMALL_FAST_MODEL') ? { ANTHROPIC_SMALL_FAST_MODEL: small } : {}),
  }
}

/** True when the file has a command that hands out keys. */
export const hasHelper = ({ values }: ToolContext): boolean => stringAt(values.settings, ['apiKeyHelper']) !== undefined
