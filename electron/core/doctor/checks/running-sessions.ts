import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { fact } from '../seen'
import { ok, skip, warn } from '../verdict'

export const runningSessions: Check = {
  id: 'running-sessions',
  group: 'machine',
  title: text('No running session has old settings', '没有正在运行的会话使用旧设置'),
  badTitle: text('A running session has old settings', '有正在运行的会话使用旧设置'),
  why: text(
    'A session that was started before a switch keeps what it had: Gemini CLI and Codex all of it, Claude Code its model and what was removed.',
    '切换前启动的会话会保留旧值：Gemini CLI 和 Codex 全部保留，Claude Code 保留模型和已被删除的设置。',
  ),
  remedy: text('End the session and start it again.', '请退出会话后重新启动。'),
  seed: [7, 8, 9, 12],
  async run(facts) {
    if (facts.place.platform === 'win32') return skip(text('Not looked at on Windows.', '在 Windows 上不检查。'))
    const processes = (await facts.processes()).filter(({ daemon }) => !daemon)
    const old = facts.tools.flatMap((tool) => {
      const changed = tool.record === undefined ? 0 : Math.max(0, ...tool.files.map((file) => file.changed ?? 0))
      return processes
        .filter(({ tool: id, started }) => id === tool.id && started < changed - 1000)
        .map((one) => ({ ...one, label: tool.label }))
    })
    if (old.length === 0) return ok()
    const labels = [...new Set(old.map(({ label }) => label))].join(', ')
    return warn({
      cause: text(
        `${labels} was started before its settings were changed and does not see all of the change.`,
        `${labels} 在设置更改之前启动，无法看到全部更改。`,
      ),
      cure: text('End it and start it again.', '请退出后重新启动。'),
      evidence: old.map(({ label, pid, tool }) => fact(`${label}: pid ${pid}`, { tool })),
    })
  },
}
