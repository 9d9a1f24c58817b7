import { text } from '../../../../shared/model/text'
import { valueAt } from '../../same-value'
import { olderThan } from '../../tools/version'
import type { Check } from '../check'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, notUsed, ok, skip } from '../verdict'

export const geminiEnvShadow: Check = {
  id: 'gemini-env-shadow',
  group: 'settings',
  tool: 'gemini',
  title: text("No project's .env hides the relay from Gemini CLI", '没有项目的 .env 遮住 Gemini CLI 的中转站设置'),
  badTitle: text("A project's .env hides the relay from Gemini CLI", '项目的 .env 遮住了 Gemini CLI 的中转站设置'),
  why: text(
    'Gemini CLI reads one .env only, the nearest: that of a project hides yours completely, also when it is about something else.',
    'Gemini CLI 只读取最近的一个 .env：项目里的 .env 会完全遮住您的设置，即使内容毫不相关。',
  ),
  seed: [9],
  async run(facts) {
    const tool = facts.tool('gemini')
    if (tool === undefined || !tool.usesRelay) return skip(notUsed)
    if (facts.folder === undefined)
      return skip(text('Choose the folder in which you start it (--folder).', '请选择启动它的文件夹（--folder）。'))
    const { sources, values } = await facts.layers(tool)
    const near = sources.filter(({ id, group }) => group === 'dotenv' && id !== 'env' && values[id] !== undefined)
    const tooOld = olderThan(tool.installation?.version, '0.52')
    const hiding = near.filter((source) => tooOld || source.passedOver?.(values) === undefined)
    const first = hiding[0]
    if (first === undefined) return ok(...near.map(({ file }) => fact(file?.path ?? '', { tool: 'gemini', file: file?.path })))
    const own = first.id.endsWith(':own')
    return fail({
      cause: text(
        `${first.file?.path} is the only .env that Gemini CLI reads there; yours with the relay is hidden.`,
        `Gemini CLI 在那里只读取 ${first.file?.path}，您带有中转站设置的 .env 被遮住。`,
      ),
      cure:
        own || tooOld
          ? text('Move that file away, or write the relay into it as well.', '请移走该文件，或把中转站设置也写进去。')
          : text(
              "Let Gemini CLI ignore projects' .env files (advanced.ignoreLocalEnv).",
              '请让 Gemini CLI 忽略项目的 .env（advanced.ignoreLocalEnv）。',
            ),
      evidence: hiding.map(({ file }) => fact(file?.path ?? '', { tool: 'gemini', file: file?.path })),
      fixable: !own && !tooOld,
    })
  },
  fix: {
    about: text('Sets advanced.ignoreLocalEnv in settings.json.', '在 settings.json 中开启 advanced.ignoreLocalEnv。'),
    async plan(facts) {
      const tool = facts.tool('gemini')
      if (tool === undefined || valueAt(tool.values.settings, ['advanced', 'ignoreLocalEnv']) === true) return undefined
      return files(await edited(fileOf(tool, 'settings'), [setValue(['advanced', 'ignoreLocalEnv'], true)]))
    },
  },
}
