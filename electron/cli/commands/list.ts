import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { columns } from '../columns'
import { plain } from '../paint'
import { expiryNote } from '../tell-keys'

export async function list({ ui, openCore }: Call): Promise<undefined> {
  const core = await openCore('terminal')
  const profiles = await core.api['profiles.list']({})
  ui.result({ profiles }, () => {
    const head = [text('NAME', '名称'), text('RELAY', '中转服务'), text('KEY', '密钥'), text('TOOLS', '工具')].map(ui.say)
    const rows = profiles.map(({ name, relay, tools }) => {
      const enabled = Object.keys(tools).filter((id) => tools[id]?.enabled)
      const note = expiryNote(ui, relay.keys?.find(({ active }) => active) ?? {})
      const key = [relay.keyMasked || '-', note].filter(Boolean).join(' ')
      return [name, relay.url || '-', key, enabled.join(', ') || '-'].map(plain)
    })
    return columns([head, ...rows], (cell, line, at) => (line === 0 ? ui.paint.dim(cell) : at === 0 ? ui.paint.bold(cell) : cell))
  })
  return undefined
}
