import type { ProfileInput, ToolProfile } from '../../shared/model/profile'

export const KEY_A = 'sk-aaaaaaaaaaaaaaaaaaaaaaaaaaaa-AAAA'
export const KEY_B = 'sk-bbbbbbbbbbbbbbbbbbbbbbbbbbbb-BBBB'

const tool = (models: Record<string, string>): ToolProfile => ({ enabled: true, models, options: {}, extra: {} })

/** A profile for all three tools. */
export const relayInput = (name: string, key = KEY_A, url = `https://${name.toLowerCase()}.example`): ProfileInput => ({
  name,
  relay: { url, key },
  tools: { claude: tool({ main: `${name}-opus` }), codex: tool({ main: `${name}-gpt` }), gemini: tool({ main: `${name}-gemini` }) },
})
