import { text } from '../../../../shared/model/text'
import { valueAt } from '../../same-value'
import { stringAt } from '../../tools/values'
import type { Check } from '../check'
import { fileOf, reapply } from '../mend'
import { fact } from '../seen'
import { ok, onTool, warn } from '../verdict'

/** Tried with 0.61: none of them has an effect. */
const useless = [
  ['baseUrl'],
  ['baseURL'],
  ['apiKey'],
  ['security', 'auth', 'baseUrl'],
  ['security', 'auth', 'apiKey'],
  ['env', 'GOOGLE_GEMINI_BASE_URL'],
  ['env', 'GEMINI_API_KEY'],
  ['selectedAuthType'],
]

export const geminiUselessSettings: Check = {
  id: 'gemini-useless-settings',
  group: 'settings',
  tool: 'gemini',
  title: text("Gemini CLI's address and key stand where it reads them", 'Gemini CLI 的地址和密钥写在它会读取的地方'),
  badTitle: text('Gemini CLI does not read its address or key where they stand', 'Gemini CLI 的地址或密钥写在了它不读取的地方'),
  why: text(
    'settings.json of Gemini CLI cannot set the base URL or the key, whatever guides say: only variables can, from .env or the shell.',
    '不管教程怎么写，Gemini CLI 的 settings.json 无法设置基础地址或密钥：只有变量可以（来自 .env 或终端）。',
  ),
  seed: [9, 11],
  run: async (facts) =>
    onTool(facts, 'gemini', (tool) => {
      const found = useless.filter((path) => valueAt(tool.values.settings, path) !== undefined)
      const inEnv = stringAt(tool.values.env, ['GOOGLE_GEMINI_BASE_URL']) !== undefined
      if (found.length === 0 || inEnv) return ok()
      const file = fileOf(tool, 'settings')?.file.path
      return warn({
        cause: text(
          `${found.map((path) => path.join('.')).join(', ')} in settings.json has no effect.`,
          `settings.json 中的 ${found.map((path) => path.join('.')).join('、')} 不起作用。`,
        ),
        cure: text(
          'Save the relay as a profile and switch to it: Switchyard writes .gemini/.env, which is read.',
          '请把中转站保存为配置并切换：Switchyard 会写入有效的 .gemini/.env。',
        ),
        evidence: found.map((path) => fact(path.join('.'), { tool: 'gemini', file })),
        fixable: tool.profile !== undefined,
      })
    }),
  fix: {
    about: text('Writes the active profile again, into .gemini/.env.', '重新写入当前配置到 .gemini/.env。'),
    plan: async (facts) => {
      const tool = facts.tool('gemini')
      return tool === undefined ? undefined : reapply([tool])
    },
  },
}
