import { text } from '../../../../shared/model/text'
import type { ConfigObject, ConfigValue } from '../../files/editor'
import { isObject } from '../../tools/values'
import type { Check } from '../check'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, ok, onTool } from '../verdict'

/** Keys that count only at the top of config.toml. A provider's or profile's own table has other ones. */
const rootKeys = ['model_provider', 'model', 'openai_base_url', 'cli_auth_credentials_store', 'approval_policy', 'sandbox_mode'] as const
/** Tables in which these names mean something else. */
const elsewhere = new Set(['profiles', 'agents', 'review'])

export const codexRootKeys: Check = {
  id: 'codex-root-keys',
  group: 'settings',
  tool: 'codex',
  title: text('Settings of config.toml stand before its tables', 'config.toml 的顶层设置写在各表之前'),
  badTitle: text('Settings of config.toml stand in the wrong table', 'config.toml 的顶层设置写进了某个表里'),
  why: text(
    'A line that was appended to config.toml belongs to the table above it: Codex does not see it and goes to api.openai.com.',
    '追加到 config.toml 末尾的行会属于它上面的表：Codex 看不到它，仍会访问 api.openai.com。',
  ),
  seed: [8],
  run: async (facts) =>
    onTool(facts, 'codex', (tool) => {
      const astray = strayIn(tool)
      if (astray.length === 0) return ok()
      const file = fileOf(tool, 'config')?.file.path
      return fail({
        cause: text(
          `${astray.map(({ key, table }) => `${key} stands in [${table}]`).join(', ')}, where Codex does not read it.`,
          `${astray.map(({ key, table }) => `${key} 写在 [${table}] 里`).join('、')}，Codex 不会读取。`,
        ),
        cure: text('Write it above the first table.', '请写到第一个表之前。'),
        evidence: astray.map(({ key, table }) => fact(`[${table}] ${key}`, { tool: 'codex', file })),
      })
    }),
  fix: {
    about: text('Writes these settings above the first table.', '把这些设置写到第一个表之前。'),
    async plan(facts) {
      const tool = facts.tool('codex')
      if (tool === undefined) return undefined
      return files(
        await edited(
          fileOf(tool, 'config'),
          strayIn(tool).map(({ key, value }) => setValue([key], value)),
        ),
      )
    },
  },
}

interface Stray {
  readonly key: string
  readonly table: string
  readonly value: ConfigValue
}

/** Root keys inside a table while the root has none. */
function strayIn({ values }: ToolFacts): readonly Stray[] {
  const root = values.config ?? {}
  const found = Object.entries(root).flatMap(([name, value]) => (isObject(value) && !elsewhere.has(name) ? within(value, name) : []))
  return found.filter(({ key }) => root[key] === undefined)
}

const within = (table: ConfigObject, name: string): Stray[] => [
  ...rootKeys.flatMap((key) => {
    const value = Object.hasOwn(table, key) ? table[key] : undefined
    return typeof value === 'string' ? [{ key, table: name, value }] : []
  }),
  ...Object.entries(table).flatMap(([key, value]) => (isObject(value) ? within(value, `${name}.${key}`) : [])),
]
