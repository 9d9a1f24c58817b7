import { text } from '../../../../shared/model/text'
import { olderThan } from '../../tools/version'
import type { Check } from '../check'
import { codexTables } from '../codex-config'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, ok, onTool } from '../verdict'

export const codexWireApi: Check = {
  id: 'codex-wire-api',
  group: 'settings',
  tool: 'codex',
  title: text('No provider of Codex has the old wire API', 'Codex 的服务没有使用旧的通信协议'),
  badTitle: text('A provider of Codex has the old wire API', 'Codex 的某个服务使用了旧的通信协议'),
  why: text(
    'wire_api = "chat" stops Codex at its start since 0.98; only "responses" is left.',
    'wire_api = "chat" 自 0.98 起会让 Codex 无法启动；现在只支持 "responses"。',
  ),
  seed: [8],
  run: async (facts) =>
    onTool(facts, 'codex', (tool) => {
      const old = withChat(tool)
      if (old.length === 0 || olderThan(tool.installation?.version, '0.64')) return ok()
      return fail({
        cause: text(
          `config.toml has wire_api = "chat" for ${old.join(', ')}, with which Codex does not start.`,
          `config.toml 中 ${old.join('、')} 的 wire_api 为 "chat"，Codex 无法启动。`,
        ),
        cure: text(
          'Change it to "responses". A relay that has only /chat/completions cannot serve Codex.',
          '请改为 "responses"。只支持 /chat/completions 的中转站无法用于 Codex。',
        ),
        evidence: old.map((id) =>
          fact(`[model_providers.${id}] wire_api = "chat"`, { tool: 'codex', file: fileOf(tool, 'config')?.file.path }),
        ),
      })
    }),
  fix: {
    about: text('Changes wire_api to "responses".', '将 wire_api 改为 "responses"。'),
    async plan(facts) {
      const tool = facts.tool('codex')
      if (tool === undefined) return undefined
      const edits = withChat(tool).map((id) => setValue(['model_providers', id, 'wire_api'], 'responses'))
      return files(await edited(fileOf(tool, 'config'), edits))
    },
  },
}

const withChat = (tool: ToolFacts): string[] => codexTables(tool).flatMap(([id, table]) => (table.wire_api === 'chat' ? [id] : []))
