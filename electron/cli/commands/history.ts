import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { columns } from '../columns'
import { wholeNumber } from '../numbers'
import { plain } from '../paint'

export async function history({ args, ui, openCore }: Call): Promise<undefined> {
  const limit = wholeNumber(args, 'limit', 1, 1000) ?? 20
  const core = await openCore('terminal')
  const entries = await core.api['history.list']({ limit })
  ui.result({ entries }, () => {
    if (entries.length === 0) return ui.say(text('Nothing has been changed yet.', '还没有任何修改记录。'))
    const head = [text('ID', '编号'), text('TIME (UTC)', '时间 (UTC)'), text('WHAT', '内容'), text('TOOLS', '工具'), text('', '')].map(
      ui.say,
    )
    const rows = entries.map(({ id, at, title, tools, undoneBy }) =>
      [
        id,
        at.slice(0, 19).replace('T', ' '),
        ui.say(title),
        tools.join(', '),
        undoneBy === undefined ? '' : ui.say(text('undone', '已撤销')),
      ].map(plain),
    )
    return columns([head, ...rows], (cell, line) => (line === 0 ? ui.paint.dim(cell) : cell))
  })
  return undefined
}
