import { statSync } from 'node:fs'
import { text } from '../../../../shared/model/text'
import { recordFile } from '../../record'
import type { Check } from '../check'
import { fact } from '../seen'
import { ok, skip, warn } from '../verdict'

export const twoSwitchers: Check = {
  id: 'two-switchers',
  group: 'settings',
  title: text('One program switches the tools', '只有一个程序在切换设置'),
  badTitle: text('Another program switches the tools as well', '另有程序也在切换设置'),
  why: text('Two switchers overwrite each other: the last one to write wins.', '两个切换工具会互相覆盖：最后写入的生效。'),
  remedy: text('Switch with one program only, and close the other.', '只用一个程序切换，并关闭另一个。'),
  async run(facts) {
    const others = await facts.others()
    if (others.length === 0) return skip(text('No other switcher was found.', '没有发现其他切换工具。'))
    const evidence = others.map(({ name, folder, lastUsed }) => fact(`${name}: ${new Date(lastUsed).toISOString()}`, { file: folder }))
    const ours = statSync(recordFile(facts.host.dataFolder), { throwIfNoEntry: false })?.mtimeMs
    const managed = facts.tools.filter(({ profile }) => profile !== undefined)
    const fighting = managed.filter(
      ({ status, files }) => status?.state === 'changed' && files.some(({ changed = 0 }) => changed > (ours ?? 0)),
    )
    const names = others.map(({ name }) => name).join(', ')
    if (fighting.length > 0)
      return warn({
        cause: text(
          `${names} is used as well, and ${fighting[0]?.label}'s files were changed after Switchyard wrote them.`,
          `同时还在使用 ${names}，而且 ${fighting[0]?.label} 的文件在 Switchyard 写入后又被改动。`,
        ),
        cure: text(`Use one of them only: quit ${names} and its start at login.`, `请只使用其中一个：退出 ${names} 并关闭其开机启动。`),
        evidence,
      })
    if (managed.length > 0 && others.some(({ lastUsed }) => ours !== undefined && lastUsed > ours))
      return warn({
        cause: text(`${names} was used after the last switch here.`, `在此处最后一次切换之后，又使用过 ${names}。`),
        cure: text('Check which relay is active, and use one switcher only.', '请确认当前使用的中转站，并只使用一个切换工具。'),
        evidence,
      })
    return ok(...evidence)
  },
}
