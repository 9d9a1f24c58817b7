import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { fact } from '../seen'
import { ok, perTool, warn } from '../verdict'

export const toolSeveral: Check = {
  id: 'tool-several',
  group: 'tools',
  title: text('One installation of each tool', '每个工具只装了一份'),
  badTitle: text('A tool is installed in several versions', '有工具装了多个版本'),
  why: text(
    'With several installations an old one may start, which does not understand what a new one does.',
    '装了多份时，启动的可能是旧的那一份，而它不认识新版的设置。',
  ),
  remedy: text('Uninstall those that you do not need.', '请卸载不需要的版本。'),
  run: async (facts) =>
    perTool(facts, (tool) => {
      const [first, ...others] = tool.found
      if (first === undefined) return undefined
      const evidence = tool.found.map(({ path, version, onPath }) =>
        fact(`${path} ${version ?? '?'}${onPath ? '' : ' (not on the PATH)'}`, { tool: tool.id }),
      )
      if (others.every(({ version, onPath }) => version === first.version || !onPath)) return ok(...evidence)
      return warn({
        cause: text(
          `${tool.label} is installed several times in different versions; the first one on the PATH starts.`,
          `${tool.label} 装了多个不同版本；实际启动的是 PATH 中最前面的那一个。`,
        ),
        cure: text('Uninstall those that you do not need.', '请卸载不需要的版本。'),
        evidence,
      })
    }),
}
