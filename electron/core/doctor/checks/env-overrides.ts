import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import type { Facts } from '../facts'
import { canComment, commentedOut } from '../mend'
import { fact } from '../seen'
import { usersOf } from '../variable-users'
import { type SetVariable, setVariables } from '../variables'
import { fail, noRelay, ok, skip } from '../verdict'

const strong = ['wins', 'adds', 'leads-away'] as const

export const envOverrides: Check = {
  id: 'env-overrides',
  group: 'environment',
  title: text('No variable of the shell overrides the profile', '没有终端变量覆盖配置'),
  badTitle: text('A variable of the shell overrides the profile', '有终端变量覆盖了配置'),
  why: text(
    'For Gemini CLI a variable of the shell wins over the files; for Claude Code a second key of the shell is sent as well.',
    '对 Gemini CLI 来说，终端变量优先于文件；对 Claude Code 来说，终端里的第二个密钥也会一起发送。',
  ),
  seed: [1, 9, 12],
  async run(facts) {
    if (!facts.tools.some(({ usesRelay }) => usesRelay)) return skip(noRelay)
    const set = await differing(facts)
    const first = set[0]
    if (first === undefined) return ok()
    const names = [...new Set(set.map(({ variable }) => variable.name))]
    const others = [...new Set(names.flatMap(usersOf))]
    return fail({
      cause: text(`${names.join(', ')} in your shell overrides what the profile says.`, `终端变量 ${names.join('、')} 覆盖了配置中的值。`),
      cure: text(
        `Comment the lines out, then open a new terminal.${others.length > 0 ? ` Also read by: ${others.join(', ')}.` : ''}`,
        `请注释掉这些行，然后打开新终端。${others.length > 0 ? `其他会读取它们的程序：${others.join('、')}。` : ''}`,
      ),
      evidence: set.flatMap(({ tool, variable, value, origins }) =>
        origins.length === 0
          ? [fact(`${variable.name}=${shown(variable.secret, value)}`, { tool: tool.id })]
          : origins.map(({ file, line }) => fact(`${variable.name}=${shown(variable.secret, value)}`, { tool: tool.id, file, line })),
      ),
      fixable: set.some(({ origins }) => origins.some((origin) => canComment(origin, facts.place.home))),
    })
  },
  fix: {
    about: text(
      'Comments the lines out in your start-up files, with a note. Nothing is deleted; undo brings them back.',
      '在启动文件中注释掉这些行并加上说明。不删除任何内容，可以撤销。',
    ),
    async plan(facts) {
      const origins = (await differing(facts)).flatMap((one) => one.origins)
      const unique = [...new Map(origins.map((origin) => [`${origin.file}:${origin.line}`, origin])).values()]
      const day = facts.now.toISOString().slice(0, 10)
      return commentedOut(
        unique,
        facts.place.home,
        `Switchyard ${day}: commented out, because it overrides the relay that is chosen there.`,
      )
    },
  },
}

/** A variable that says the same as the profile does no harm. */
async function differing(facts: Facts): Promise<readonly SetVariable[]> {
  const set = await setVariables(facts, strong)
  const expected = await Promise.all(
    set.map(async ({ tool }) => (await facts.effective(tool)).flatMap(({ expected: value }) => value ?? [])),
  )
  return set.filter(
    ({ value, variable, tool }, index) =>
      variable.effect !== 'wins' || !(tool.isKey(value) || value === tool.target?.baseUrl || expected[index]?.includes(value)),
  )
}

const shown = (secret: boolean, value: string): string => (secret ? '…' : value)
