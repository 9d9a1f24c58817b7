import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { answers, isProfiles, localAddress } from '../local-address'
import { reapply } from '../mend'
import { fact } from '../seen'
import { fail, noRelay, ok, skip, together, warn } from '../verdict'

export const leftoverSwitcher: Check = {
  id: 'leftover-switcher',
  group: 'settings',
  title: text('No left-overs of other switchers', '没有其他切换工具的残留'),
  badTitle: text('Another switcher left its settings behind', '有其他切换工具的残留'),
  why: text(
    'Other switchers point the tools at a proxy of their own on this machine. When it does not run any more, nothing answers.',
    '其他切换工具会让各工具连接它在本机的代理。代理不再运行时，就没有任何响应。',
  ),
  seed: [6, 7],
  async run(facts) {
    const pointed = facts.tools.filter(({ live }) => live.baseUrl !== undefined || /PROXY_MANAGED/.test(live.key ?? ''))
    if (pointed.length === 0) return skip(noRelay)
    return together(await Promise.all(pointed.map((tool) => judge(facts, tool))))
  },
  fix: {
    about: text('Writes the active profile again.', '重新写入当前启用的配置。'),
    plan: async ({ tools }) => reapply(tools),
  },
}

async function judge(facts: Facts, tool: ToolFacts): Promise<Verdict> {
  const { id, label, live, profile } = tool
  const evidence = [fact(live.baseUrl ?? '-', { tool: id })]
  const fixable = profile !== undefined && !isProfiles(tool)
  const cure = text('Switch to a profile of a relay, or start that program again.', '请切换到一个中转站配置，或重新启动那个程序。')
  if (/PROXY_MANAGED/i.test(live.key ?? ''))
    return fail({
      cause: text(
        `${label}'s key is the placeholder PROXY_MANAGED of another switcher.`,
        `${label} 的密钥是其他切换工具留下的占位符 PROXY_MANAGED。`,
      ),
      cure,
      evidence,
      fixable,
    })
  const address = localAddress(tool)
  // A profile that names such an address was chosen by the user; whether it answers is another check's matter.
  if (address === undefined || !address.bySwitcher || isProfiles(tool)) return ok(...evidence)
  const { owner, baseUrl } = address
  if (await answers(facts, address))
    return warn({
      cause: text(`${label} goes through the local proxy of ${owner}.`, `${label} 正在经过 ${owner} 的本地代理。`),
      cure: text(
        `If you do not want that, switch to a profile here and quit ${owner}.`,
        `如果这不是您想要的，请在此切换配置并退出 ${owner}。`,
      ),
      evidence,
      fixable,
    })
  return fail({
    cause: text(
      `${label} is told to go to ${baseUrl}, where nothing answers: it was the proxy of ${owner}.`,
      `${label} 的地址是 ${baseUrl}，但那里没有任何程序响应（原是 ${owner} 的代理）。`,
    ),
    cure,
    evidence,
    fixable,
  })
}
