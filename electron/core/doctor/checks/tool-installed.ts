import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { fact } from '../seen'
import { ok, perTool, warn } from '../verdict'

export const toolInstalled: Check = {
  id: 'tool-installed',
  group: 'tools',
  title: text('The tools are installed', '工具已安装'),
  badTitle: text('A tool is not installed', '有工具没有安装'),
  why: text('A profile has no effect as long as its tool is not there.', '工具没有安装时，配置不会有任何作用。'),
  remedy: text('Install the tool with npm; the finding has the command.', '用 npm 安装该工具；结果中给出了命令。'),
  seed: [7],
  run: async (facts) =>
    perTool(facts, (tool) => {
      if (tool.installation !== null)
        return ok(fact(`${tool.label} ${tool.installation.version ?? '?'}: ${tool.installation.path}`, { tool: tool.id }))
      if (!tool.usesRelay) return undefined
      const { name, npmPackage } = tool.adapter.command
      return warn({
        cause: text(`${tool.label} was not found on this machine.`, `本机没有找到 ${tool.label}。`),
        cure: text(
          `Install it (npm install -g ${npmPackage}), or add its folder to your PATH, so that “${name}” starts it.`,
          `请安装它（npm install -g ${npmPackage}），或将其所在文件夹加入 PATH，使“${name}”命令可用。`,
        ),
        evidence: [fact(name, { tool: tool.id })],
      })
    }),
}
