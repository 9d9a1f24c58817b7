import { text } from '../../../shared/model/text'
import { toolNamed } from '../assignments'
import type { Call } from '../call'
import { problemText } from '../problems'
import { changeLine, statusTable } from '../tell-switch'
import { toolList } from '../tool-list'

/** Exit code 1 when a tool's files cannot be read. */
export async function current({ args, ui, openCore }: Call): Promise<number> {
  const wanted = toolList(args)
  const core = await openCore('terminal')
  if (wanted) {
    const descriptors = (await core.api['tools.list']({})).map(({ descriptor }) => descriptor)
    for (const tool of wanted) toolNamed(tool, descriptors)
  }
  const tools = (await core.api['tools.status']({})).filter(({ tool }) => wanted?.includes(tool) ?? true)
  ui.result({ tools }, () => {
    const changed = tools.filter(({ changes }) => changes.length > 0)
    const details = changed.flatMap(({ tool, changes }) => [
      '',
      ui.paint.warn(`${tool}:`),
      ...changes.map((change) => `  ${changeLine(ui, change)}`),
    ])
    const again = text('Take your changes back with: switchyard use <name> --force', '放弃手动修改：switchyard use <名称> --force')
    return [statusTable(ui, tools), ...details, ...(changed.length > 0 ? [ui.paint.dim(ui.say(again))] : [])].join('\n')
  })
  if (!ui.json) for (const { problem } of tools) if (problem) ui.note(problemText(ui, problem))
  return tools.some(({ state }) => state === 'unreadable') ? 1 : 0
}
