import { type LocalText, text } from '../../../../shared/model/text'
import { stringAt } from '../../tools/values'
import type { Check } from '../check'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, notAsked, notUsed, ok, skip } from '../verdict'

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
  async run(facts) {
    const tool = facts.tool('gemini')
    if (tool === undefined) return skip(notAsked)
    if (!tool.usesRelay) return skip(notUsed)
    const enforced = await inForce(facts, tool, enforcing)
    if (enforced.value !== undefined && enforced.value !== wanted)
      return {
        ...fail({
          cause: text(
            `${enforced.name.en}: only the login “${enforced.value}” is allowed, so Gemini CLI refuses to start with a key.`,
            `${enforced.name.zh}：强制使用“${enforced.value}”登录，因此 Gemini CLI 拒绝用密钥启动。`,
          ),
          cure: cureOf(enforced, 'enforcedType'),
          evidence: [fact(`security.auth.enforcedType: ${enforced.value}`, { tool: 'gemini', file: enforced.file })],
        }),
        fixable: enforced.own,
      }
    const chosen = await inForce(facts, tool, setting)
    const evidence = [fact(`security.auth.selectedType: ${chosen.value ?? '-'}`, { tool: 'gemini', file: chosen.file })]
    if (chosen.value === wanted) return ok(...evidence)
    return {
      ...fail({
        cause:
          chosen.value === undefined
            ? text(
                'settings.json does not say how Gemini CLI logs in, so it refuses or asks.',
                'settings.json 没有指定登录方式，Gemini CLI 会拒绝启动或要求选择。',
              )
            : text(
                `${chosen.name.en}: Gemini CLI logs in by “${chosen.value}”, so the relay's key is not used.`,
                `${chosen.name.zh}：Gemini CLI 的登录方式是“${chosen.value}”，不会使用中转站的密钥。`,
              ),
        cure: cureOf(chosen, 'selectedType'),
        evidence,
      }),
      fixable: chosen.own,
    }
  },
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

/** A setting as the strongest of Gemini's settings files has it; the user's own file where none has. */
interface InForce {
  readonly value: string | undefined
  readonly name: LocalText
  readonly file: string | undefined
  /** False where it stands in a file that is not the user's. */
  readonly own: boolean
}

/** system > workspace > user > defaults (0.61). */
async function inForce(facts: Facts, tool: ToolFacts, path: readonly string[]): Promise<InForce> {
  const { sources, values } = await facts.layers(tool)
  const ids = ['system', 'workspace', 'settings', 'system-defaults']
  const winner = ids.find((id) => stringAt(values[id], path) !== undefined) ?? 'settings'
  const source = sources.find(({ id }) => id === winner)
  const own = winner === 'settings'
  return {
    value: stringAt(values[winner], path),
    name: own || source === undefined ? text('settings.json', 'settings.json') : source.label,
    file: source?.file?.path,
    // A default gives way to the user's own file.
    own: own || winner === 'system-defaults',
  }
}

const cureOf = ({ own, file }: InForce, name: string): LocalText =>
  own
    ? text(`Set security.auth.${name} to “${wanted}”.`, `请将 security.auth.${name} 设为“${wanted}”。`)
    : text(
        `In ${file}, set security.auth.${name} to “${wanted}”, or ask its administrator to do so.`,
        `请在 ${file} 中将 security.auth.${name} 设为“${wanted}”，或请管理员修改。`,
      )
