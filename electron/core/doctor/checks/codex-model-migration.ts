import { text } from '../../../../shared/model/text'
import { isObject, stringAt, valueAt } from '../../tools/values'
import type { Check } from '../check'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { notUsed, ok, onTool, skip, warn } from '../verdict'

export const codexModelMigration: Check = {
  id: 'codex-model-migration',
  group: 'settings',
  tool: 'codex',
  title: text('Codex did not change the model by itself', 'Codex 没有自行更换模型'),
  badTitle: text('Codex changed the model by itself', 'Codex 自行更换了模型'),
  why: text(
    'At its start Codex offers a newer model; one press of Enter writes it into config.toml, and the relay may not have it.',
    'Codex 启动时会推荐新模型，按一次回车就会写入 config.toml，而中转站可能没有该模型。',
  ),
  seed: [3],
  run: async (facts) =>
    onTool(facts, 'codex', (tool) => {
      const wanted = tool.target?.models.main
      if (wanted === undefined) return skip(notUsed)
      const model = stringAt(tool.values.config, ['model'])
      if (model === wanted || model === undefined) return ok(fact(model ?? '-', { tool: 'codex' }))
      if (!seen(tool, wanted, model)) return ok(fact(model, { tool: 'codex' }))
      return warn({
        cause: text(
          `Codex changed the model from ${wanted} to ${model} in its start dialog.`,
          `Codex 在启动对话框中把模型从 ${wanted} 改成了 ${model}。`,
        ),
        cure: text('Set the model back, and tell Codex that you have seen the offer.', '请改回模型，并记录该提示已经看过。'),
        evidence: [fact(`model = "${model}"`, { tool: 'codex', file: fileOf(tool, 'config')?.file.path })],
      })
    }),
  fix: {
    about: text("Sets the profile's model again and marks the offer as seen.", '恢复配置中的模型，并把该推荐标记为已看过。'),
    async plan(facts) {
      const tool = facts.tool('codex')
      const wanted = tool?.target?.models.main
      const model = tool === undefined ? undefined : stringAt(tool.values.config, ['model'])
      if (tool === undefined || wanted === undefined || model === undefined) return undefined
      return files(
        await edited(fileOf(tool, 'config'), [setValue(['model'], wanted), setValue(['notice', 'model_migrations', wanted], model)]),
      )
    },
  },
}

/** Codex notes what it offered; a successor of the same family counts as well. */
function seen({ values }: ToolFacts, wanted: string, model: string): boolean {
  const offered = valueAt(values.config, ['notice', 'model_migrations'])
  return (isObject(offered) && offered[wanted] === model) || (/^gpt-\d/.test(wanted) && /^gpt-\d/.test(model))
}
