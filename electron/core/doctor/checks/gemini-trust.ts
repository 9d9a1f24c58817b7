import { text } from '../../../../shared/model/text'
import { olderThan } from '../../tools/version'
import type { Check } from '../check'
import type { Facts } from '../facts'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, notUsed, ok, skip } from '../verdict'

export const geminiTrust: Check = {
  id: 'gemini-trust',
  group: 'settings',
  tool: 'gemini',
  title: text('Gemini CLI trusts the folder', 'Gemini CLI 信任该文件夹'),
  badTitle: text('Gemini CLI does not trust the folder', 'Gemini CLI 不信任该文件夹'),
  why: text(
    'In a folder that is not trusted Gemini CLI does not read your .env, and says that GEMINI_API_KEY must be specified.',
    '在未受信任的文件夹中，Gemini CLI 不读取您的 .env，并提示必须指定 GEMINI_API_KEY。',
  ),
  seed: [9],
  async run(facts) {
    const tool = facts.tool('gemini')
    if (tool === undefined || !tool.usesRelay) return skip(notUsed)
    const { folder } = facts
    if (folder === undefined) return skip(text('Choose the folder in which you start it (--folder).', '请选择启动它的文件夹（--folder）。'))
    const evidence = [fact(folder, { tool: 'gemini', file: fileOf(tool, 'trust')?.file.path })]
    if (olderThan(tool.installation?.version, '0.41') || !(await isPassedOver(facts))) return ok(...evidence)
    return fail({
      cause: text(
        `${folder} is not a trusted folder, so Gemini CLI passes over the relay's settings there.`,
        `${folder} 未受信任，Gemini CLI 在那里不会读取中转站设置。`,
      ),
      cure: text('Trust the folder, or start Gemini CLI with --skip-trust.', '请信任该文件夹，或用 --skip-trust 启动 Gemini CLI。'),
      evidence,
    })
  },
  fix: {
    about: text('Adds the folder to the trusted ones; folders in it are trusted too.', '把该文件夹加入受信任列表，其子文件夹也会被信任。'),
    async plan(facts) {
      const tool = facts.tool('gemini')
      if (tool === undefined || facts.folder === undefined) return undefined
      return files(await edited(fileOf(tool, 'trust'), [setValue([facts.folder], 'TRUST_FOLDER')]))
    },
  },
}

/** The layer of the user's own .env knows whether it is read. */
async function isPassedOver(facts: Facts): Promise<boolean> {
  const tool = facts.tool('gemini')
  if (tool === undefined) return false
  const { sources, values } = await facts.layers(tool)
  return sources.find(({ id }) => id === 'env')?.passedOver?.(values) !== undefined
}
