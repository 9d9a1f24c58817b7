import { text } from '../../../../shared/model/text'
import type { ConfigObject } from '../../files/editor'
import { isObject, stringAt, valueAt } from '../../tools/values'
import type { Check } from '../check'
import { codexProvider, codexTables } from '../codex-config'
import { reapply } from '../mend'
import { fact } from '../seen'
import { fail, ok, onTool } from '../verdict'

/** Every way in which a provider gets its key; a blank bearer token is sent as a blank (0.169). */
const hasKey = (table: ConfigObject | undefined): boolean =>
  ['experimental_bearer_token', 'env_key'].some((key) => stringAt(table, [key]) !== undefined) ||
  table?.requires_openai_auth === true ||
  ['auth', 'http_headers', 'env_http_headers', 'query_params'].some((key) => table?.[key] !== undefined)

/** Names of Codex's own providers; a table of the same name stops it (0.169). */
const reserved = ['openai', 'ollama', 'lmstudio', 'amazon-bedrock']
const builtIn = new Set(reserved)

export const codexProviderCheck: Check = {
  id: 'codex-provider',
  group: 'settings',
  tool: 'codex',
  title: text("Codex's provider is defined", 'Codex 的服务已正确定义'),
  badTitle: text("Codex's provider is not defined rightly", 'Codex 的服务定义有误'),
  why: text(
    'Codex does not start when its provider is missing, has no name, or takes the name of a built-in one.',
    '服务未定义、没有名称，或与内置服务重名时，Codex 无法启动。',
  ),
  seed: [8],
  run: async (facts) =>
    onTool(facts, 'codex', (tool) => {
      const { id, table } = codexProvider(tool)
      const file = tool.files[0]?.file.path
      const taken = codexTables(tool).flatMap(([name]) => (builtIn.has(name) ? [name] : []))
      if (taken.length > 0)
        return fail({
          cause: text(
            `config.toml defines [model_providers.${taken[0]}], a name that Codex keeps for itself.`,
            `config.toml 定义了 [model_providers.${taken[0]}]，这是 Codex 保留的名称。`,
          ),
          cure: text('Rename or remove that table.', '请给这个表改名或删除它。'),
          evidence: taken.map((name) => fact(`[model_providers.${name}]`, { tool: 'codex', file })),
          fixable: false,
        })
      if (id === undefined || builtIn.has(id)) return ok()
      const evidence = [fact(`model_provider = "${id}"`, { tool: 'codex', file })]
      if (!isObject(valueAt(tool.values.config, ['model_providers', id])))
        return fail({
          cause: text(`config.toml uses the provider “${id}”, which it does not define.`, `config.toml 使用了未定义的服务“${id}”。`),
          cure: text('Switch to a profile again, or correct the name.', '请重新切换到一个配置，或修正名称。'),
          evidence,
          fixable: tool.profile !== undefined,
        })
      if (stringAt(table, ['name']) !== undefined && !hasKey(table))
        return fail({
          cause: text(
            `The provider “${id}” has no key, so Codex sends none and the relay answers 401.`,
            `服务“${id}”没有密钥，因此 Codex 不会发送密钥，中转站返回 401。`,
          ),
          cure: text('Switch to a profile again: it writes address and key together.', '请重新切换到一个配置：地址和密钥会一起写入。'),
          evidence,
          fixable: tool.profile !== undefined,
        })
      if (stringAt(table, ['name']) !== undefined) return ok(...evidence)
      return fail({
        cause: text(`The provider “${id}” has no name, so Codex does not start.`, `服务“${id}”没有 name，Codex 无法启动。`),
        cure: text('Give it a name.', '请为它填写 name。'),
        evidence,
        fixable: tool.profile !== undefined,
      })
    }),
  fix: {
    about: text('Writes the active profile again.', '重新写入当前启用的配置。'),
    plan: async (facts) => {
      const tool = facts.tool('codex')
      return tool === undefined ? undefined : reapply([tool])
    },
  },
}
