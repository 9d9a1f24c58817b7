import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { reapply } from '../mend'
import { fact } from '../seen'
import { ok, perTool, skip, together, warn } from '../verdict'

const astray = ['changed', 'outdated'] as const

export const liveMatchesProfile: Check = {
  id: 'live-matches-profile',
  group: 'settings',
  title: text('The files say what the profile says', '文件内容与配置一致'),
  badTitle: text('The files no longer say what the profile says', '文件内容与配置不一致'),
  why: text(
    'A tool, another program or a hand may have changed what Switchyard wrote: the tool then uses something else than you think.',
    '工具、其他程序或手动操作可能改动了 Switchyard 写入的内容，实际使用的就不是您以为的设置。',
  ),
  seed: [7, 8, 9],
  async run(facts) {
    const managed = facts.tools.filter(({ profile }) => profile !== undefined)
    if (managed.length === 0) return skip(text('No profile is active.', '没有启用任何配置。'))
    return together([
      perTool({ ...facts, tools: managed }, (tool) => {
        const { status, label, id, profile } = tool
        if (status === undefined || !astray.some((state) => state === status.state))
          return ok(fact(`${label}: ${profile?.name}`, { tool: id }))
        const changed = status.state === 'changed'
        return warn({
          cause: changed
            ? text(`Something in ${label}'s files was changed since the switch.`, `切换之后，${label} 的文件被改动过。`)
            : text(`The profile was edited since ${label} was switched to it.`, `${label} 切换到该配置之后，配置又被编辑过。`),
          cure: text('Write the profile again, or take the change into the profile.', '请重新写入配置，或将改动采纳到配置中。'),
          evidence: status.changes.map(({ setting, expected, found, file }) =>
            fact(`${setting}: ${expected ?? '-'} → ${found ?? '-'}`, { tool: id, file }),
          ),
        })
      }),
    ])
  },
  fix: {
    about: text('Writes the active profile again.', '重新写入当前启用的配置。'),
    plan: async ({ tools }) => reapply(tools.filter(({ status }) => astray.some((state) => state === status?.state))),
  },
}
