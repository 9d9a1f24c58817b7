import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { textOf } from '../facts/tried'
import { fact } from '../seen'
import { ok, perTool, warn } from '../verdict'

/** What settings for a relay look like, in whichever format; anything else in such a place is none of our business. */
const relayWords =
  /ANTHROPIC_(?:BASE_URL|AUTH_TOKEN|API_KEY)|OPENAI_API_KEY|model_provider|GOOGLE_GEMINI_BASE_URL|GEMINI_API_KEY|base_?url/i

export const configMisplaced: Check = {
  id: 'config-misplaced',
  group: 'files',
  title: text('Settings lie where the tools look', '设置文件放在正确的位置'),
  badTitle: text('Settings lie where no tool looks', '设置文件放在了工具不会读取的位置'),
  why: text(
    'A file in the wrong place is passed over without a word: everything in it has no effect.',
    '放错位置的文件会被悄悄忽略，里面的内容都不起作用。',
  ),
  remedy: text(
    'Save the relay as a profile and switch to it: Switchyard writes the settings to the right place.',
    '把中转站保存为配置并切换，由 Switchyard 写到正确的位置。',
  ),
  seed: [7, 8, 9],
  run: async (facts) =>
    perTool(facts, (tool) => {
      const own = new Set(tool.files.map(({ file }) => file.path))
      const wrong = tool.doctor.misplaced(facts.place).filter((path) => !own.has(path) && relayWords.test(textOf(path) ?? ''))
      const right = tool.files[0]?.file.path ?? ''
      if (wrong.length === 0) return tool.usesRelay ? ok(fact(right, { tool: tool.id, file: right })) : undefined
      return warn({
        cause: text(`${tool.label} does not read ${wrong.join(', ')}.`, `${tool.label} 不会读取 ${wrong.join('、')}。`),
        cure: text(
          `Its settings belong into ${right}. Let Switchyard write them: save the relay as a profile and switch to it.`,
          `它的设置应在 ${right}。请把中转站保存为配置并切换，由 Switchyard 写入。`,
        ),
        evidence: wrong.map((file) => fact(file, { tool: tool.id, file })),
      })
    }),
}
