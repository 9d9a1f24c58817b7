import { text } from '../../../../shared/model/text'
import { maskKey } from '../../mask-key'
import type { Check } from '../check'
import { fact } from '../seen'
import { ok, skip, warn } from '../verdict'

export const envStale: Check = {
  id: 'env-stale',
  group: 'environment',
  title: text('This terminal sees what a new one sees', '当前终端与新终端的变量一致'),
  badTitle: text('This terminal sees other variables than a new one', '当前终端与新终端的变量不同'),
  why: text(
    'A variable that was set or removed counts only for programs that are started afterwards: an old terminal keeps the old value.',
    '变量设置或删除后，只对之后启动的程序有效：旧终端仍保留旧值。',
  ),
  remedy: text(
    'Close this terminal (and the editor that started it) and open a new one.',
    '关闭此终端（以及启动它的编辑器），重新打开一个。',
  ),
  seed: [12],
  async run(facts) {
    const names = [...new Set(facts.tools.flatMap(({ doctor }) => doctor.variables))]
    const fresh = (await facts.shells()).find(({ login }) => login)?.env
    if (fresh === undefined) return skip(text('The login shell could not be asked.', '无法询问登录 shell。'))
    const origins = await facts.origins()
    const different = names.filter(({ name }) => (facts.place.env[name] ?? '') !== (fresh[name] ?? ''))
    if (different.length === 0) return ok()
    const show = (value: string | undefined, secret: boolean) =>
      value === undefined || value === '' ? '-' : secret ? maskKey(value) : value
    return warn({
      cause: text(
        `${different.map(({ name }) => name).join(', ')} is not the same here and in a new terminal.`,
        `${different.map(({ name }) => name).join('、')} 在此处与新终端中不同。`,
      ),
      cure: text(
        'Close this terminal (and the editor that started it) and open a new one. Restart Switchyard if it was started from here.',
        '请关闭此终端（以及启动它的编辑器），重新打开一个。如果 Switchyard 是从这里启动的，也请重启它。',
      ),
      evidence: different.flatMap(({ name, secret }) => {
        const words = `${name}: ${show(facts.place.env[name], secret)} → ${show(fresh[name], secret)}`
        const places = origins.filter((origin) => origin.name === name)
        return places.length === 0 ? [fact(words)] : places.map(({ file, line }) => fact(words, { file, line }))
      }),
    })
  },
}
