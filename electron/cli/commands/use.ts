import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { nameProfile } from '../find-profile'
import { fileLines, planText, tellNotices } from '../tell-switch'
import { toolList } from '../tool-list'

export async function use({ args, ui, openCore }: Call): Promise<undefined> {
  const tools = toolList(args)
  const core = await openCore('terminal')
  const { id, name } = await nameProfile(core, args.positionals[0] ?? '')
  if (args.flag('dry-run')) {
    const plan = await core.api['switch.preview']({ profileId: id, tools })
    tellNotices(
      ui,
      plan.tools.flatMap(({ notices }) => notices),
    )
    ui.result(plan, () => planText(ui, plan))
    return undefined
  }
  // Before anything is written: the report says it too, but too late to think again.
  const said = ui.json ? [] : await core.warningsBefore(id, tools)
  tellNotices(ui, said)
  const report = await core.api['switch.apply']({ profileId: id, tools, ...(args.flag('force') && { overwriteChanged: true }) })
  tellNotices(
    ui,
    report.notices.filter((notice) => !said.some((earlier) => earlier.id === notice.id)),
  )
  ui.result(report, () => {
    if (report.files.length === 0)
      return ui.say(text(`"${name}" is in use already; nothing to change.`, `"${name}" 已在使用中，无需修改。`))
    const done = ui.paint.good(ui.say(text(`Switched to "${name}".`, `已切换到 "${name}"。`)))
    return [
      done,
      fileLines(ui, report.files),
      ui.paint.dim(ui.say(text('Take it back with: switchyard undo', '撤销：switchyard undo'))),
    ].join('\n')
  })
  return undefined
}
