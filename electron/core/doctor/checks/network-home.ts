import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { fact } from '../seen'
import { ok, warn } from '../verdict'

export const networkHome: Check = {
  id: 'network-home',
  group: 'machine',
  title: text('Home is on a disk of this machine', '主目录在本机磁盘上'),
  badTitle: text('Home is on a network share', '主目录在网络共享上'),
  why: text(
    'On a network share other machines write the same files, locks may not hold, and keys travel over the network.',
    '在网络共享上，其他机器会写入同样的文件，文件锁可能失效，密钥也会经过网络。',
  ),
  remedy: text(
    "Move the tools' settings to a local disk (CLAUDE_CONFIG_DIR, CODEX_HOME, GEMINI_CLI_HOME), or use one machine at a time.",
    '把工具的设置移到本地磁盘（CLAUDE_CONFIG_DIR、CODEX_HOME、GEMINI_CLI_HOME），或同一时间只用一台机器。',
  ),
  async run(facts) {
    const { network } = await facts.disk()
    if (network === undefined) return ok()
    return warn({
      cause: text(
        `Your home or Switchyard's folder is on a network share (${network}).`,
        `主目录或 Switchyard 的文件夹在网络共享上（${network}）。`,
      ),
      cure: text(
        'Switch on one machine at a time, or move the tools with CLAUDE_CONFIG_DIR, CODEX_HOME and SWITCHYARD_HOME to a local disk.',
        '请同一时间只在一台机器上切换，或用 CLAUDE_CONFIG_DIR、CODEX_HOME 和 SWITCHYARD_HOME 移到本地磁盘。',
      ),
      evidence: [fact(network)],
    })
  },
}
