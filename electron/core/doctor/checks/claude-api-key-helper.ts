import { text } from '../../../../shared/model/text'
import { stringAt } from '../../tools/values'
import type { Check } from '../check'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { notUsed, ok, onTool, skip, warn } from '../verdict'

export const claudeApiKeyHelper: Check = {
  id: 'claude-api-key-helper',
  group: 'settings',
  tool: 'claude',
  title: text('No helper adds a second key to Claude Code', 'Claude Code 没有会附加第二个密钥的 apiKeyHelper'),
  badTitle: text('A helper adds a second key to Claude Code', 'apiKeyHelper 会给 Claude Code 附加第二个密钥'),
  why: text(
    'An apiKeyHelper that was left behind sends its key besides that of the relay, or fails and stops Claude Code.',
    '遗留的 apiKeyHelper 会把另一个密钥也发给中转站，或者出错导致 Claude Code 无法启动。',
  ),
  seed: [1, 7],
  run: async (facts) =>
    onTool(facts, 'claude', (tool) => {
      if (!tool.usesRelay) return skip(notUsed)
      const helper = stringAt(tool.values.settings, ['apiKeyHelper'])
      const asks = tool.target && tool.adapter.asks?.(tool.target, tool.installation?.version)
      if (helper === undefined || helper === asks) return ok()
      return warn({
        cause: text(
          'settings.json has an apiKeyHelper: the key that it prints is sent to the relay as well.',
          'settings.json 里有 apiKeyHelper：它输出的密钥也会发给中转站。',
        ),
        cure: text('Blank it while a relay is in use.', '使用中转站期间请将其置空。'),
        evidence: [fact('apiKeyHelper', { tool: 'claude', file: fileOf(tool, 'settings')?.file.path })],
      })
    }),
  fix: {
    about: text('Sets apiKeyHelper to nothing; undo brings it back.', '将 apiKeyHelper 置空；撤销即可恢复。'),
    plan: async (facts) => {
      const tool = facts.tool('claude')
      return tool === undefined ? undefined : files(await edited(fileOf(tool, 'settings'), [setValue(['apiKeyHelper'], '')]))
    },
  },
}
