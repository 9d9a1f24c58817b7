import path from 'node:path'
import { text } from '../../../../shared/model/text'
import { stringAt } from '../../tools/values'
import type { Check } from '../check'
import { codexProvider, usesAuthFile } from '../codex-config'
import { textOf } from '../facts/tried'
import { fileOf } from '../mend'
import { fact } from '../seen'
import { ok, skip, warn } from '../verdict'

export const codexDaemon: Check = {
  id: 'codex-daemon',
  group: 'settings',
  tool: 'codex',
  title: text("Codex's background process knows the present key", 'Codex 后台进程使用的是当前密钥'),
  badTitle: text("Codex's background process has an old key", 'Codex 后台进程仍在使用旧密钥'),
  why: text(
    'The daemon outlives Codex. With the key in auth.json or a variable it sends the OLD key to the NEW relay until it is stopped.',
    '后台进程在 Codex 退出后仍在运行。密钥放在 auth.json 或变量中时，它会把旧密钥发给新的中转站，直到被停止。',
  ),
  remedy: text(
    'Run `codex app-server daemon stop`, or keep the key in config.toml.',
    '运行 `codex app-server daemon stop`，或把密钥放在 config.toml。',
  ),
  seed: [1, 8],
  async run(facts) {
    const tool = facts.tool('codex')
    const config = tool === undefined ? undefined : fileOf(tool, 'config')?.file.path
    if (tool === undefined || config === undefined) return skip(text('This tool was not asked about.', '未要求检查此工具。'))
    const file = path.join(path.dirname(config), 'app-server-daemon', 'daemon.pid')
    const pid = Number(/\d+/.exec(textOf(file) ?? '')?.[0])
    if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return skip(text('The daemon does not run.', '后台进程没有运行。'))
    const evidence = [fact(`pid ${pid}`, { tool: 'codex', file })]
    const keeps = usesAuthFile(tool) || stringAt(codexProvider(tool).table, ['env_key']) !== undefined
    if (!keeps) return ok(...evidence)
    const started = (await facts.processes()).find((one) => one.pid === pid)?.started
    const changed = Math.max(...tool.files.map((one) => one.changed ?? 0))
    if (started !== undefined && started > changed) return ok(...evidence)
    return warn({
      cause: text(
        'The daemon was started before the key was changed, and still has the old one.',
        '后台进程在更换密钥之前就已启动，仍持有旧密钥。',
      ),
      cure: text(
        'Stop it: codex app-server daemon stop. Or keep the key in config.toml (an option of the profile).',
        '请停止它：codex app-server daemon stop。也可以把密钥放在 config.toml（配置中的选项）。',
      ),
      evidence,
    })
  },
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code === 'EPERM'
    throw error
  }
}
