import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { seen } from '../seen'
import { fail, noRelay, ok, skip, together } from '../verdict'

export const modelUnnamed: Check = {
  id: 'model-unnamed',
  group: 'settings',
  title: text('The models that the tools ask for by themselves are there', '工具默认请求的模型可用'),
  badTitle: text('A tool asks for a model by itself that the relay does not have', '工具默认请求的模型在中转站上不存在'),
  why: text(
    'Without a model of yours, or with a short name such as “opus”, a tool asks for the newest model of its maker, which an older relay does not know: 404.',
    '没有指定模型，或只写了“opus”这样的简称时，工具会请求厂商最新的模型，而较旧的中转站可能没有：返回 404。',
  ),
  remedy: text("Name a model of the relay's list in the profile.", '请在配置中填写中转站列表里的模型名。'),
  seed: [3],
  async run(facts) {
    const used = facts.tools.filter(({ usesRelay }) => usesRelay)
    if (used.length === 0) return skip(noRelay)
    return together(await Promise.all(used.map((tool) => judge(facts, tool))))
  },
}

const choose = text(
  "Choose a model of the relay's list in the profile, then switch to it again.",
  '请在配置中选择中转站列表里的模型，然后重新切换。',
)
const anew = text(
  'The profile names a model that the files no longer have: switch to it again.',
  '配置中有模型名，但文件里已经没有：请重新切换到该配置。',
)

async function judge(facts: Facts, tool: ToolFacts): Promise<Verdict> {
  const { id, label, adapter, doctor, profile, target } = tool
  if (tool.files.some(({ syntax, problem }) => (syntax ?? problem) !== undefined))
    return skip(text('The settings of the tool cannot be read: another finding says why.', '工具的设置无法读取，原因见其他结果。'))
  const model = (await facts.effective(tool)).find(({ name }) => name === 'model')?.value
  const names = doctor.ownModels(model, (await facts.layers(tool)).values)
  if (names.length === 0) return ok()
  const list = names.join(', ')
  const evidence = [seen(`${label} will ask for ${list}`, `${label} 将请求 ${list}`, { tool: id })]
  const known = facts.network && profile !== undefined ? (await facts.probes.of(profile.id, id))?.models : undefined
  // A list that was cut off does not tell what is missing.
  const missing = known === undefined || known.count > known.names.length ? [] : names.filter((name) => !known.names.includes(name))
  if (missing.length === 0) return ok(...evidence)
  return fail({
    cause: text(
      `${model === undefined ? 'No model is named for' : `“${model}” is only a short name for`} ${label}: it asks for ${missing.join(', ')}, which is not in the relay's list.`,
      `${label} ${model === undefined ? '没有指定模型' : `使用的“${model}”只是简称`}：它会请求 ${missing.join('、')}，而中转站的列表中没有。`,
    ),
    cure: model === undefined && target?.models[adapter.descriptor.models[0]?.id ?? ''] !== undefined ? anew : choose,
    evidence,
  })
}
