import { text } from '../../../../shared/model/text'
import { stringAt } from '../../tools/values'
import type { Check, FixFile } from '../check'
import { codexProvider } from '../codex-config'
import type { ToolFacts } from '../facts/tools'
import { fileOf, files } from '../mend'
import { fact } from '../seen'
import { fail, ok, skip, warn } from '../verdict'

export const codexEnvKey: Check = {
  id: 'codex-env-key',
  group: 'settings',
  tool: 'codex',
  title: text('The variable of env_key is set', 'env_key 指定的变量已设置'),
  badTitle: text('The variable of env_key is not set as it should be', 'env_key 指定的变量没有正确设置'),
  why: text(
    'With env_key Codex takes the key from a variable and from nowhere else; unset, it stops with “Missing environment variable”.',
    '设置了 env_key 时，Codex 只从该变量取密钥；变量未设置就会以“Missing environment variable”退出。',
  ),
  seed: [8, 12],
  async run(facts) {
    const tool = facts.tool('codex')
    const name = tool === undefined ? undefined : stringAt(codexProvider(tool).table, ['env_key'])
    if (tool === undefined || name === undefined) return skip(text('config.toml has no env_key.', 'config.toml 没有 env_key。'))
    const evidence = [fact(`env_key = "${name}"`, { tool: 'codex', file: tool.files[0]?.file.path })]
    const there = (await facts.terminal())[name]
    const here = facts.place.env[name]
    const fixable = hasToken(tool)
    if ((there ?? '').trim() === '' && (here ?? '').trim() === '')
      return fail({
        cause: text(
          `Codex takes its key from the variable ${name}, which is not set in a new terminal.`,
          `Codex 从变量 ${name} 读取密钥，但新终端中没有设置它。`,
        ),
        cure: text(
          `Set ${name} in your start-up file, or let Switchyard keep the key in config.toml.`,
          `请在启动文件中设置 ${name}，或由 Switchyard 把密钥放在 config.toml。`,
        ),
        evidence,
        fixable,
      })
    if ((there ?? '') === (here ?? '')) return ok(...evidence)
    return warn({
      cause: text(`${name} is not the same here and in a new terminal.`, `${name} 在此处与新终端中不同。`),
      cure: text(
        'Open a new terminal, and stop the daemon: codex app-server daemon stop',
        '请打开新终端，并停止后台进程：codex app-server daemon stop',
      ),
      evidence,
      fixable,
    })
  },
  fix: {
    about: text('Comments env_key out where config.toml has a key besides it.', '在 config.toml 已有密钥时，注释掉 env_key。'),
    plan: async (facts) => {
      const tool = facts.tool('codex')
      return tool === undefined || !hasToken(tool) ? undefined : files(withoutEnvKey(tool))
    },
  },
}

const hasToken = (tool: ToolFacts): boolean => stringAt(codexProvider(tool).table, ['experimental_bearer_token']) !== undefined

function withoutEnvKey(tool: ToolFacts): FixFile | undefined {
  const config = fileOf(tool, 'config')
  const name = stringAt(codexProvider(tool).table, ['env_key'])
  if (config?.text === undefined || config.syntax !== undefined || name === undefined) return undefined
  const after = config.text.replace(/^[ \t]*env_key[ \t]*=[ \t]*(["'])([^"'\n]*)\1/gm, (line, _quote, found) =>
    found === name ? `# ${line}` : line,
  )
  return after === config.text ? undefined : { path: config.file.path, after, secret: true }
}
