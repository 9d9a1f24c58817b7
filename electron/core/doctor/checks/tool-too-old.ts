import { text } from '../../../../shared/model/text'
import { olderThan } from '../../tools/version'
import type { Check } from '../check'
import { fact } from '../seen'
import { fail, ok, perTool } from '../verdict'

export const toolTooOld: Check = {
  id: 'tool-too-old',
  group: 'tools',
  title: text('The tools are new enough', '工具版本够新'),
  badTitle: text('A tool is too old', '有工具版本过旧'),
  why: text('An older version does not read the settings that a relay needs.', '过旧的版本不会读取使用中转站所需的设置。'),
  remedy: text('Update the tool with npm; the finding has the command.', '用 npm 更新该工具；结果中给出了命令。'),
  run: async (facts) =>
    perTool(facts, (tool) => {
      const version = tool.installation?.version
      if (version === undefined) return undefined
      const { since } = tool.doctor
      if (!olderThan(version, since)) return ok(fact(`${tool.label} ${version}`, { tool: tool.id }))
      return fail({
        cause: text(
          `${tool.label} ${version} is older than ${since}, the oldest version that is known to read what Switchyard writes.`,
          `${tool.label} ${version} 早于 ${since}；${since} 是已知能读取 Switchyard 所写设置的最旧版本。`,
        ),
        cure: text(
          `Update it: npm install -g ${tool.adapter.command.npmPackage}@latest`,
          `请更新：npm install -g ${tool.adapter.command.npmPackage}@latest`,
        ),
        evidence: [fact(`${tool.installation?.path} ${version}`, { tool: tool.id })],
      })
    }),
}
