import { text } from '../../../../shared/model/text'
import { stringAt } from '../../tools/values'
import type { Check } from '../check'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, notUsed, ok, onTool, skip } from '../verdict'

const wanted = 'gemini-api-key'
const setting = ['security', 'auth', 'selectedType']
const enforcing = ['security', 'auth', 'enforcedType']

export const geminiAuthType: Check = {
  id: 'gemini-auth-type',
  group: 'settings',
  tool: 'gemini',
  title: text('Gemini CLI logs in with the key', 'Gemini CLI 使用密钥登录'),
  badTitle: text('Gemini CLI does not log in with the key', 'Gemini CLI 没有使用密钥登录'),
  why: text(
    'Without this choice Gemini CLI says “Invalid auth method selected” or asks for a Google login; with a Google login it ignores the key.',
    '没有选择此方式时，Gemini CLI 会提示“Invalid auth method selected”或要求 Google 登录；选了 Google 登录则会忽略密钥。',
  ),
  seed: [9],
  run: async (facts) =>
    onTool(facts, 'gemini', (tool) => {
      if (!tool.usesRelay) return skip(notUsed)
      const type = stringAt(tool.values.settings, setting)
      const enforced = stringAt(tool.values.settings, enforcing)
      if (enforced !== undefined && enforced !== wanted)
        return fail({
          cause: text(
            `settings.json enforces the login “${enforced}”, so Gemini CLI refuses to start with a key.`,
            `settings.json 强制使用“${enforced}”登录，因此 Gemini CLI 拒绝用密钥启动。`,
          ),
          cure: text(`Set security.auth.enforcedType to “${wanted}”.`, `请将 security.auth.enforcedType 设为“${wanted}”。`),
          evidence: [fact(`security.auth.enforcedType: ${enforced}`, { tool: 'gemini', file: fileOf(tool, 'settings')?.file.path })],
        })
      const evidence = [fact(`security.auth.selectedType: ${type ?? '-'}`, { tool: 'gemini', file: fileOf(tool, 'settings')?.file.path })]
      if (type === wanted) return ok(...evidence)
      return fail({
        cause:
          type === undefined
            ? text(
                'settings.json does not say how Gemini CLI logs in, so it refuses or asks.',
                'settings.json 没有指定登录方式，Gemini CLI 会拒绝启动或要求选择。',
              )
            : text(
                `Gemini CLI is set to log in by “${type}”, so the relay's key is not used.`,
                `Gemini CLI 的登录方式是“${type}”，不会使用中转站的密钥。`,
              ),
        cure: text(`Set security.auth.selectedType to “${wanted}”.`, `请将 security.auth.selectedType 设为“${wanted}”。`),
        evidence,
      })
    }),
  fix: {
    about: text('Sets the way to log in to the API key.', '将登录方式设为 API 密钥。'),
    plan: async (facts) => {
      const tool = facts.tool('gemini')
      if (tool === undefined) return undefined
      const enforced = stringAt(tool.values.settings, enforcing) === undefined ? [] : [setValue(enforcing, wanted)]
      return files(await edited(fileOf(tool, 'settings'), [setValue(setting, wanted), ...enforced]))
    },
  },
}
