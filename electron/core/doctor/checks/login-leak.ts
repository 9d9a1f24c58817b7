import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import { reapply } from '../mend'
import { fact } from '../seen'
import { fail, noRelay, ok, skip, together } from '../verdict'

export const loginLeak: Check = {
  id: 'login-leak',
  group: 'settings',
  title: text('Your own login is not sent to a relay', '您自己的登录不会发给中转站'),
  badTitle: text('Your own login is sent to a relay', '您自己的登录会发给中转站'),
  why: text(
    'A base URL without a key makes Claude Code and Codex send the token of your subscription to the relay.',
    '只设置地址而没有密钥时，Claude Code 和 Codex 会把您订阅账号的令牌发给中转站。',
  ),
  seed: [1],
  async run(facts) {
    const verdicts = await Promise.all(
      facts.tools.map(async (tool): Promise<Verdict[]> => {
        const values = await facts.effective(tool)
        const baseUrl = values.find(({ name }) => name === 'baseUrl')?.value
        const auth = values.find(({ name }) => name === 'auth')
        if (baseUrl === undefined) return []
        const evidence = [fact(`${baseUrl} ← ${auth?.layers.find(({ wins }) => wins)?.setting ?? '-'}`, { tool: tool.id })]
        if (auth?.value !== 'login') return [ok(...evidence)]
        return [
          fail({
            cause: text(
              `${tool.label} has a relay's address and no key for it, so it sends the token of your own login to ${baseUrl}.`,
              `${tool.label} 设置了中转站地址却没有对应的密钥，因此会把您自己登录的令牌发给 ${baseUrl}。`,
            ),
            cure: text(
              'Switch to a profile that has a key, or remove the base URL. If the relay is not yours, log out and in again: the token was seen there.',
              '请切换到带密钥的配置，或删除基础地址。如果不信任该中转站，请退出并重新登录，因为令牌可能已被对方看到。',
            ),
            evidence,
            fixable: tool.profile !== undefined,
          }),
        ]
      }),
    )
    const all = verdicts.flat()
    return all.length === 0 ? skip(noRelay) : together(all)
  },
  fix: {
    about: text('Writes the active profile again, address and key together.', '重新写入当前配置，地址和密钥一起写入。'),
    plan: async ({ tools }) => reapply(tools),
  },
}
