import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { fileLines, planText, tellNotices } from '../tell-switch'
import { toolList } from '../tool-list'

export async function restore({ args, ui, openCore }: Call): Promise<undefined> {
  const tools = toolList(args)
  const core = await openCore('terminal')
  if (args.flag('dry-run')) {
    const plan = await core.api['switch.restorePreview']({ tools })
    tellNotices(
      ui,
      plan.tools.flatMap(({ notices }) => notices),
    )
    ui.result(plan, () => planText(ui, plan))
    return undefined
  }
  const report = await core.api['switch.restore']({ tools, ...(args.flag('force') && { overwriteChanged: true }) })
  tellNotices(ui, report.notices)
  ui.result(report, () => {
    if (report.files.length === 0) return ui.say(text('There is nothing to restore.', '没有需要恢复的内容。'))
    const done = text('Restored what stood before Switchyard.', '已恢复到使用 Switchyard 之前的状态。')
    return [ui.paint.good(ui.say(done)), fileLines(ui, report.files)].join('\n')
  })
  return undefined
}
