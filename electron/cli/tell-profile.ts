import type { ProfileView } from '../../shared/model/profile'
import { type LocalText, text } from '../../shared/model/text'
import { columns } from './columns'
import { plain } from './paint'
import { keyLine } from './tell-keys'
import type { Ui } from './ui'

/** A profile in full, as people read it. `key` replaces the masked key. */
export function tellProfile(ui: Ui, view: ProfileView, key = view.relay.keyMasked): string {
  const { url, website, notes, endpoints = [], keys = [] } = view.relay
  const inUse = keys.find(({ active }) => active)
  const others = keys.filter((one) => one !== inUse)
  const row = (label: LocalText, value: string | undefined): string[][] => (value ? [[`  ${ui.say(label)}`, plain(value)]] : [])
  const fields = [
    ...row(text('url', '地址'), url),
    ...endpoints.flatMap((endpoint) => row(text('endpoint', '备用地址'), endpoint)),
    ...row(text('key', '密钥'), inUse === undefined ? key : keyLine(ui, inUse, key)),
    ...others.flatMap((other) => row(text('other key', '其他密钥'), keyLine(ui, other))),
    ...(view.keyDelivery === 'command' ? row(text('delivery', '获取方式'), ui.say(text('tools ask a command', '工具通过命令获取'))) : []),
    ...row(text('website', '网站'), website),
    ...row(text('notes', '备注'), notes),
  ]
  const tools = Object.entries(view.tools).filter(([, tool]) => tool.enabled)
  const rows = tools.flatMap(([id, tool]) => [
    [`  ${id}`, plain(tool.derived.baseUrl)],
    ...Object.entries({ ...tool.models, ...tool.options, ...tool.extra }).map(([name, value]) => ['', plain(`${name} = ${value}`)]),
  ])
  return columns([...fields, ...rows], (cell, _, at) => (at === 0 ? ui.paint.dim(cell) : cell))
}
