import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { fact } from '../seen'
import { setVariables } from '../variables'
import { ok, warn } from '../verdict'

export const envUseless: Check = {
  id: 'env-useless',
  group: 'environment',
  title: text('No variable is set that the tool ignores', '没有设置工具会忽略的变量'),
  badTitle: text('A variable is set that its tool ignores', '设置了工具会忽略的变量'),
  why: text(
    'Guides tell to set OPENAI_BASE_URL and OPENAI_API_KEY for Codex. Since 0.128 it reads neither: the request goes to api.openai.com and hangs.',
    '很多教程让您为 Codex 设置 OPENAI_BASE_URL 和 OPENAI_API_KEY。从 0.128 起它都不再读取：请求会发往 api.openai.com 并卡住。',
  ),
  remedy: text(
    'Switch with a profile, or keep the variable for other programs that read it.',
    '请用配置切换；如果其他程序需要该变量，可以保留。',
  ),
  seed: [8, 12],
  async run(facts) {
    const set = await setVariables(facts, ['useless'])
    const names = [...new Set(set.map(({ variable }) => variable.name))]
    const first = set[0]
    if (first === undefined) return ok()
    return warn({
      cause: text(`${first.tool.label} does not read ${names.join(', ')}.`, `${first.tool.label} 不读取 ${names.join('、')}。`),
      cure: text(
        'Other programs may use it, so leave it there if you need it. For this tool only its files count: switch to a profile.',
        '其他程序可能会用到，如有需要可以保留。对该工具只有它的文件有效：请切换到一个配置。',
      ),
      evidence: set.flatMap(({ variable, tool, origins }) =>
        origins.length === 0
          ? [fact(variable.name, { tool: tool.id })]
          : origins.map(({ file, line }) => fact(variable.name, { tool: tool.id, file, line })),
      ),
    })
  },
}
