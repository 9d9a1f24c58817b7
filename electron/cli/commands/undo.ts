import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { fileLines, tellNotices } from '../tell-switch'

export async function undo({ args, ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const historyId = args.positionals[0]
  const report = await core.api['switch.undo']({ ...(historyId !== undefined && { historyId }) })
  tellNotices(ui, report.notices)
  ui.result(report, () => [ui.paint.good(ui.say(text('Taken back.', '已撤销。'))), fileLines(ui, report.files)].filter(Boolean).join('\n'))
  return undefined
}
