import { text } from '../../../../shared/model/text'
import { maskKey } from '../../mask-key'
import type { Check } from '../check'
import type { Facts } from '../facts'
import type { ShellView } from '../facts/shells'
import { fact } from '../seen'
import { ok, skip, warn } from '../verdict'

export const envOtherShell: Check = {
  id: 'env-other-shell',
  group: 'environment',
  title: text('Variables are set for the shell that you use', '变量写在您正在使用的 shell 里'),
  badTitle: text('A variable is set for a shell that you do not use', '有变量写在了您不使用的 shell 里'),
  why: text(
    'Each shell reads start-up files of its own: what stands in ~/.zshrc does nothing in bash, and fish reads neither.',
    '每种 shell 只读取自己的启动文件：写在 ~/.zshrc 里的内容对 bash 无效，而 fish 两者都不读。',
  ),
  remedy: text('Set the variable in a start-up file of the shell that you use.', '请在您所用 shell 的启动文件中设置该变量。'),
  seed: [12],
  async run(facts) {
    const views = await facts.shells()
    const login = views.find((view) => view.login)
    if (login?.env === undefined) return skip(text('The login shell could not be asked.', '无法询问登录 shell。'))
    const lost = unseen(facts, login, views)
    if (lost.length === 0) return ok(fact(login.shell))
    const names = [...new Set(lost.map(({ name }) => name))]
    const shells = [...new Set(lost.map(({ shell }) => shell))]
    const origins = await facts.origins()
    return warn({
      cause: text(
        `${names.join(', ')} is set for ${shells.join(', ')} only; your terminals open ${login.shell}, which does not see it.`,
        `${names.join('、')} 只在 ${shells.join('、')} 中设置；您的终端使用 ${login.shell}，看不到它。`,
      ),
      cure: text(
        `Nothing is needed where a profile is active: the tools read their files. Otherwise set it in the start-up file of ${login.shell}.`,
        `如果已启用配置则无需处理：工具会读取自己的文件。否则请写到 ${login.shell} 的启动文件中。`,
      ),
      evidence: lost.flatMap(({ name, shell, value, secret }) => {
        const words = `${shell}: ${name}=${secret ? maskKey(value) : value}`
        const places = origins.filter((origin) => origin.name === name)
        return places.length === 0 ? [fact(words)] : places.map(({ file, line }) => fact(words, { file, line }))
      }),
    })
  },
}

/** Watched variables that another shell has and the login shell lacks. */
function unseen(facts: Facts, login: ShellView, views: readonly ShellView[]) {
  const watched = new Map(facts.tools.flatMap(({ doctor }) => doctor.variables.map((one) => [one.name, one] as const)))
  return views
    .filter((view) => !view.login)
    .flatMap(({ shell, env }) =>
      [...watched.values()].flatMap(({ name, secret }) => {
        const value = env?.[name]?.trim()
        return value === undefined || value === '' || login.env?.[name] !== undefined ? [] : [{ name, shell, value, secret }]
      }),
    )
}
