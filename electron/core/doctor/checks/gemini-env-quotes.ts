import { text } from '../../../../shared/model/text'
import { scanEnv } from '../../files/env-scan'
import type { Check } from '../check'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, ok, onTool } from '../verdict'

export const geminiEnvQuotes: Check = {
  id: 'gemini-env-quotes',
  group: 'settings',
  tool: 'gemini',
  title: text('Values in .gemini/.env are whole', '.gemini/.env 里的值完整'),
  badTitle: text('A value in .gemini/.env is cut off', '.gemini/.env 里有值被截断'),
  why: text(
    'In a .env file an unquoted # starts a comment: the rest of a key or address behind it is lost.',
    '.env 中未加引号的 # 会开始注释：密钥或地址在其后的部分会丢失。',
  ),
  seed: [9],
  run: async (facts) =>
    onTool(facts, 'gemini', (tool) => {
      const cut = cutShort(tool)
      if (cut.length === 0) return ok()
      return fail({
        cause: text(
          `${cut.map(({ key }) => key).join(', ')} is cut off at a # without quotes.`,
          `${cut.map(({ key }) => key).join('、')} 在未加引号的 # 处被截断。`,
        ),
        cure: text('Put the value into single quotes.', '请用单引号括住该值。'),
        evidence: cut.map(({ key }) => fact(key, { tool: 'gemini', file: fileOf(tool, 'env')?.file.path })),
      })
    }),
  fix: {
    about: text('Puts the whole value into quotes.', '给完整的值加上引号。'),
    async plan(facts) {
      const tool = facts.tool('gemini')
      return tool === undefined
        ? undefined
        : files(
            await edited(
              fileOf(tool, 'env'),
              cutShort(tool).map(({ key, whole }) => setValue([key], whole)),
            ),
          )
    },
  },
}

/** Values that are followed by a # without a blank before it: nobody writes a comment like that. */
function cutShort(tool: ToolFacts): readonly { readonly key: string; readonly whole: string }[] {
  const content = fileOf(tool, 'env')?.text ?? ''
  return scanEnv(content).flatMap(({ key, value, valueEnd, valueStart }) => {
    const quoted = /^['"`]/.test(content.slice(valueStart, valueStart + 1))
    const rest = /^#[^\r\n]*/.exec(content.slice(valueEnd))?.[0]
    return quoted || rest === undefined || value === '' ? [] : [{ key, whole: (value + rest).trim() }]
  })
}
