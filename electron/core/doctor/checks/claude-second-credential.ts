import { text } from '../../../../shared/model/text'
import { valueAt } from '../../same-value'
import type { Check } from '../check'
import type { Facts } from '../facts'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { notUsed, ok, skip, warn } from '../verdict'

const token = 'ANTHROPIC_AUTH_TOKEN'
const apiKey = 'ANTHROPIC_API_KEY'

export const claudeSecondCredential: Check = {
  id: 'claude-second-credential',
  group: 'settings',
  tool: 'claude',
  title: text('Claude Code sends one key only', 'Claude Code 只发送一个密钥'),
  badTitle: text('Claude Code sends a second key', 'Claude Code 会多发送一个密钥'),
  why: text(
    'When both variables for a key are set, Claude Code sends both: a stale one of your shell goes to the relay, and the relay may judge by it. null is sent as the word “null”.',
    '两个密钥变量都设置时，Claude Code 会同时发送：终端里遗留的密钥会泄露给中转站，中转站也可能以它为准。null 会被当作单词“null”发送。',
  ),
  seed: [1, 7],
  async run(facts) {
    const tool = facts.tool('claude')
    if (tool === undefined || !tool.usesRelay) return skip(notUsed)
    const sent = await credentials(facts)
    const extra = extraOf(sent)
    if (extra === undefined) return ok(...sent.map(({ name, from }) => fact(`${name} ← ${from}`, { tool: 'claude' })))
    return warn({
      cause: text(
        `Claude Code sends ${extra.name} from ${extra.from} besides its own key.`,
        `除了自己的密钥，Claude Code 还会发送来自 ${extra.from} 的 ${extra.name}。`,
      ),
      cure: text(`Blank it in settings.json: "${extra.name}": ""`, `请在 settings.json 中将其置空："${extra.name}": ""`),
      evidence: sent.map(({ name, from }) => fact(`${name} ← ${from}`, { tool: 'claude' })),
    })
  },
  fix: {
    about: text(
      'Blanks the second one in settings.json, which also hides that of the shell.',
      '在 settings.json 中把第二个置空，同时屏蔽终端里的那个。',
    ),
    async plan(facts) {
      const tool = facts.tool('claude')
      const extra = extraOf(await credentials(facts))
      return tool === undefined || extra === undefined
        ? undefined
        : files(await edited(fileOf(tool, 'settings'), [setValue(['env', extra.name], '')]))
    },
  },
}

interface Sent {
  readonly name: string
  readonly from: string
  readonly shell: boolean
  readonly isNull: boolean
}

/** What is in force for both variables, from whichever layer. */
async function credentials(facts: Facts): Promise<readonly Sent[]> {
  const tool = facts.tool('claude')
  if (tool === undefined) return []
  const { sources, values } = await facts.layers(tool)
  return [token, apiKey].flatMap((name): Sent[] => {
    for (const { id, label } of sources) {
      const shell = id === 'environment'
      const value = valueAt(values[id], shell ? [name] : ['env', name])
      if (value === undefined) continue
      if (value === null) return [{ name, from: label.en, shell, isNull: true }]
      return String(value).trim() === '' ? [] : [{ name, from: label.en, shell, isNull: false }]
    }
    return []
  })
}

/** The one too many: a null, else that of the shell, else the API key. */
function extraOf(sent: readonly Sent[]): Sent | undefined {
  const nothing = sent.find(({ isNull }) => isNull)
  if (nothing !== undefined) return nothing
  return sent.length < 2 ? undefined : (sent.find(({ shell }) => shell) ?? sent.find(({ name }) => name === apiKey))
}
