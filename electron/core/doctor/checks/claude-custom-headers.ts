import { text } from '../../../../shared/model/text'
import { stringAt, valueAt } from '../../tools/values'
import type { Check } from '../check'
import { credentialHeaders, type HeaderList, withoutCredentials } from '../credential-headers'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { seen } from '../seen'
import { fail, notAsked, notUsed, ok, skip } from '../verdict'

const NAME = 'ANTHROPIC_CUSTOM_HEADERS'
const list: HeaderList = { split: /\r?\n/, join: '\n' }

export const claudeCustomHeaders: Check = {
  id: 'claude-custom-headers',
  group: 'settings',
  tool: 'claude',
  title: text('No further header of Claude Code holds a key', 'Claude Code 的自定义请求头中没有密钥'),
  badTitle: text('A further header of Claude Code holds a key', 'Claude Code 的自定义请求头中含有密钥'),
  why: text(
    `A key in ${NAME} goes to the relay besides that of the profile. The relay may judge by it: it answers 401, and Claude Code says “Not logged in”.`,
    `${NAME} 中的密钥会与配置的密钥一起发给中转站。中转站可能以它为准并返回 401，Claude Code 则提示“Not logged in”。`,
  ),
  seed: [1, 7],
  async run(facts) {
    const tool = facts.tool('claude')
    if (tool === undefined) return skip(notAsked)
    if (!tool.usesRelay) return skip(notUsed)
    const found = await trouble(facts, tool)
    if (found === undefined) return ok()
    return fail({
      cause: text(
        `${NAME} from ${found.label.en} holds a key in ${found.named.join(', ')}, which is sent besides the profile's own.`,
        `${found.label.zh}中的 ${NAME} 在 ${found.named.join('、')} 中含有密钥，会与配置的密钥一起发送。`,
      ),
      cure: text(
        `Take ${found.named.join(', ')} out of it: Claude Code sends the right header by itself.`,
        `请去掉其中的 ${found.named.join('、')}：Claude Code 会自行发送正确的请求头。`,
      ),
      evidence: [seen(NAME, NAME, { tool: 'claude', file: found.file })],
      fixable: weaker.has(found.layer),
    })
  },
  fix: {
    about: text(
      'Sets the variable in settings.json to what it says without the headers that hold a key, which also hides that of the shell.',
      '在 settings.json 中写入去掉带密钥请求头后的值，同时屏蔽终端里的那个。',
    ),
    async plan(facts) {
      const tool = facts.tool('claude')
      const found = tool === undefined ? undefined : await trouble(facts, tool)
      if (tool === undefined || found === undefined || !weaker.has(found.layer)) return undefined
      return files(await edited(fileOf(tool, 'settings'), [setValue(['env', NAME], withoutCredentials(found.value, list))]))
    },
  },
}

/** Layers over which the user's settings.json stands, and itself (2.1.330). */
const weaker = new Set(['settings', 'state', 'environment'])

/** The layer in force, when it holds a key that the profile did not ask for. */
async function trouble(facts: Facts, tool: ToolFacts) {
  const { sources, values } = await facts.layers(tool)
  for (const { id, label, file, passedOver } of sources) {
    const value = valueAt(values[id], id === 'environment' ? [NAME] : ['env', NAME])
    if (typeof value !== 'string' || passedOver?.(values) !== undefined) continue
    const named = credentialHeaders(value, list)
    const isWanted = tool.target !== undefined && stringAt(tool.target.extra, [NAME]) === value
    return named.length === 0 || isWanted ? undefined : { layer: id, label, file: file?.path, value, named }
  }
  return undefined
}
