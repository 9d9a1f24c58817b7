import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { fact } from '../seen'
import { usersOf } from '../variable-users'
import { ok, warn } from '../verdict'

/** Read by several programs that want it in different forms: Claude Code bare, opencode's Anthropic provider with /v1 (opencode 1.18.33). */
const shared = 'ANTHROPIC_BASE_URL'

export const envShared: Check = {
  id: 'env-shared',
  group: 'environment',
  title: text('No base URL in the shell that several tools read', '终端里没有被多个工具读取的基础地址'),
  badTitle: text('Several tools read one base URL from the shell', '多个工具会读取终端里的同一个基础地址'),
  why: text(
    'ANTHROPIC_BASE_URL in the shell is also read by other programs, which want it in another form or send their own key there.',
    '终端里的 ANTHROPIC_BASE_URL 也会被其他程序读取，而它们要求的格式不同，或会把自己的密钥发到那里。',
  ),
  remedy: text(
    "Let Switchyard write the tools' files, and take the variable out of the shell.",
    '由 Switchyard 写入各工具的文件，并从 shell 中去掉该变量。',
  ),
  seed: [11, 12],
  async run(facts) {
    const value = (await facts.terminal())[shared] ?? facts.place.env[shared]
    if (value === undefined || value.trim() === '') return ok()
    const origins = (await facts.origins()).filter(({ name }) => name === shared)
    return warn({
      cause: text(
        `${shared} is set for every program of your shell, also for ${usersOf(shared).join(', ')}.`,
        `${shared} 对终端中的所有程序有效，包括 ${usersOf(shared).join('、')}。`,
      ),
      cure: text(
        'Keep the address in the files of the tools: switch to a profile and take the variable out of your start-up file.',
        '请把地址放在各工具自己的文件里：切换到一个配置，并从启动文件中去掉该变量。',
      ),
      evidence:
        origins.length === 0 ? [fact(`${shared}=${value}`)] : origins.map(({ file, line }) => fact(`${shared}=${value}`, { file, line })),
    })
  },
}
