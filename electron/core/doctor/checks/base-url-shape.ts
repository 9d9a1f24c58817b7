import { text } from '../../../../shared/model/text'
import { readRelayUrl } from '../../base-url'
import type { Check, Verdict } from '../check'
import type { ToolFacts } from '../facts/tools'
import { edited, files, ownPlace, setValue } from '../mend'
import { fact } from '../seen'
import { fail, ok, perTool, warn } from '../verdict'

export const baseUrlShape: Check = {
  id: 'base-url-shape',
  group: 'settings',
  title: text('The base URL has the form that the tool wants', '基础地址符合工具要求的格式'),
  badTitle: text('A base URL has a form that its tool cannot use', '基础地址的格式不符合工具要求'),
  why: text(
    'Every tool adds its own path to the base URL. A path that stands there already, or one that is missing, leads to 404, which Claude Code calls an issue with the model.',
    '每个工具都会在基础地址后面加上自己的路径。多写或漏写路径都会得到 404，而 Claude Code 会把它说成模型有问题。',
  ),
  seed: [3, 7, 8, 9, 11],
  run: async (facts) => perTool(facts, (tool) => (tool.live.baseUrl === undefined ? undefined : judge(tool, tool.live.baseUrl))),
  fix: {
    about: text('Writes the base URL in the form that the tool wants.', '把基础地址改写成该工具要求的格式。'),
    async plan(facts) {
      const wrong = facts.tools.filter(
        (tool) => tool.live.baseUrl !== undefined && wanted(tool) !== undefined && judge(tool, tool.live.baseUrl).severity !== 'ok',
      )
      return files(
        ...(await Promise.all(
          wrong.map(async (tool) => {
            const place = await ownPlace(facts, tool, 'baseUrl')
            const value = wanted(tool)
            return place === undefined || value === undefined ? undefined : edited(place.file, [setValue(place.path, value)])
          }),
        )),
      )
    },
  },
}

/** What the tool's base URL should be, where that can be told. */
function wanted({ live, adapter }: ToolFacts): string | undefined {
  const read = readRelayUrl(live.baseUrl ?? '')
  return 'problem' in read ? undefined : adapter.baseUrl(read.root)
}

function judge(tool: ToolFacts, value: string): Verdict {
  const { id, label, adapter, target } = tool
  const evidence = [fact(value, { tool: id })]
  const read = readRelayUrl(value)
  if ('problem' in read)
    return fail({
      cause: text(`${label}: ${read.problem.message.en}`, `${label}：${read.problem.message.zh}`),
      cure: read.problem.hint,
      evidence,
      fixable: false,
    })
  const right = adapter.baseUrl(read.root)
  // Slashes at the end do no harm to any of the three (Claude Code 2.1.330, Codex 0.169, Gemini CLI 0.61).
  if (value.replace(/\/+$/, '') === right) return ok(...evidence)
  const chosen = target?.baseUrl === value
  const note = adapter.baseUrlNote ?? text('', '')
  const trouble = {
    cause: text(
      `${label} is told to go to ${value}, but needs ${right}. ${note.en}`,
      `${label} 的地址是 ${value}，应为 ${right}。${note.zh}`,
    ),
    cure: chosen
      ? text(
          `Clear the tool's own base URL in the profile “${target.profileName}”, so that the right one is derived.`,
          `请清空配置“${target.profileName}”中该工具的基础地址，以使用自动生成的地址。`,
        )
      : text(`Set it to ${right}`, `请改为 ${right}`),
    evidence,
    ...(chosen ? { fixable: false } : {}),
  }
  const onlyShort = right.startsWith(value.replace(/\/+$/, ''))
  return onlyShort && chosen ? warn(trouble) : fail(trouble)
}
