import type { EffectiveName, EffectiveValue } from '../../../../shared/model/finding'
import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import { effectiveNames } from '../effective-names'
import { seen } from '../seen'
import { fail, noRelay, ok, skip, together } from '../verdict'

export const whyIgnored: Check = {
  id: 'why-ignored',
  group: 'settings',
  title: text("The profile's values are the ones that win", '配置的值真正生效'),
  badTitle: text("Other values than the profile's win", '生效的不是配置中的值'),
  why: text(
    'Every tool takes its values from many layers: managed settings, the project, your settings, the environment, .env files, stored logins. The strongest wins, not the newest.',
    '每个工具都从多个层级取值：托管设置、项目、用户设置、环境变量、.env 文件、已保存的登录。生效的是优先级最高的，而不是最新的。',
  ),
  remedy: text(
    'Remove the value from the layer that wins, or change it there. `switchyard doctor --only why-ignored --folder DIR` shows the chain for a project.',
    '请在生效的层级中删除或修改该值。`switchyard doctor --only why-ignored --folder 目录` 可查看某个项目的完整层级。',
  ),
  seed: [7, 8, 9, 12],
  async run(facts) {
    const used = facts.tools.filter(({ usesRelay }) => usesRelay)
    if (used.length === 0) return skip(noRelay)
    const verdicts = await Promise.all(
      used.map(async (tool): Promise<Verdict> => {
        const values = await facts.effective(tool)
        const lost = values.filter(({ asProfile }) => !asProfile)
        const verdict = lost.length === 0 ? ok(...values.flatMap(shown)) : overridden(tool.label, lost)
        return { ...verdict, values }
      }),
    )
    return together(verdicts)
  },
}

const atWinner = text(
  'Remove the value from the layer that wins, or change it there. The list shows every layer in its order.',
  '请在生效的层级中删除或修改该值。列表按优先级列出了所有层级。',
)
const nowhere = text(
  'Mend the file that another finding names, or switch to the profile again.',
  '请修复其他结果中指出的文件，或重新切换到该配置。',
)

const shown = ({ tool, name, value }: EffectiveValue) => (value === undefined ? [] : [said(name, value, tool)])

const said = (name: EffectiveName, value: string, tool: string) =>
  seen(`${effectiveNames[name].en}: ${value}`, `${effectiveNames[name].zh}：${value}`, { tool })

/** A label in the middle of a sentence. */
const within = (label: string): string => `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`

function overridden(label: string, lost: readonly EffectiveValue[]): Verdict {
  const list = lost.map(({ name, layers }) => {
    const winner = layers.find(({ wins }) => wins)
    return {
      name,
      where:
        winner === undefined
          ? undefined
          : { en: `${within(winner.label.en)} (${winner.setting})`, zh: `${winner.label.zh}（${winner.setting}）` },
    }
  })
  const en = list
    .map(({ name, where }) =>
      where === undefined ? `the ${effectiveNames[name].en} is not read at all` : `the ${effectiveNames[name].en} comes from ${where.en}`,
    )
    .join('; ')
  const zh = list
    .map(({ name, where }) =>
      where === undefined ? `${effectiveNames[name].zh}完全没有被读取` : `${effectiveNames[name].zh}来自${where.zh}`,
    )
    .join('；')
  return fail({
    cause: text(`${label} does not use what the profile says: ${en}.`, `${label} 没有使用配置中的值：${zh}。`),
    cure: list.every(({ where }) => where === undefined) ? nowhere : atWinner,
    evidence: lost.flatMap(({ tool, layers, expected, name }) => [
      said(name, expected ?? '-', tool),
      ...layers.map((layer) => ({
        tool,
        text: text(
          `${layer.label.en}, ${layer.setting} = ${layer.value}: ${layer.why.en}`,
          `${layer.label.zh}，${layer.setting} = ${layer.value}：${layer.why.zh}`,
        ),
        ...(layer.file === undefined ? {} : { file: layer.file }),
      })),
    ]),
  })
}
