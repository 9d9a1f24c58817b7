import { type KeyExpiry, keyExpiry } from '../../shared/model/key-expiry'
import type { KeyView } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { columns } from './columns'
import { plain } from './paint'
import type { Ui } from './ui'

/** All keys of a profile, one per line. */
export function keyTable(ui: Ui, keys: readonly KeyView[]): string {
  const head = [text('LABEL', '标签'), text('KEY', '密钥'), text('IN USE', '使用中'), text('EXPIRES', '到期'), text('ID', 'ID')].map(ui.say)
  const rows = keys.map((key) => [
    plain(key.label ?? '-'),
    plain(key.masked),
    key.active ? '✓' : '-',
    [key.expiresAt ?? '-', expiryNote(ui, key)].filter(Boolean).join(' '),
    plain(key.id),
  ])
  return columns([head, ...rows], (cell, line, at) => {
    if (line === 0) return ui.paint.dim(cell)
    const state = at === 3 ? keyExpiry(keys[line - 1]?.expiresAt, new Date())?.state : undefined
    return state === 'expired' ? ui.paint.bad(cell) : state === 'soon' ? ui.paint.warn(cell) : at === 4 ? ui.paint.dim(cell) : cell
  })
}

/** A key in one line: how it is shown, its label, and when it ends. */
export const keyLine = (ui: Ui, key: KeyView, shown = key.masked): string =>
  [shown, key.label, expiryNote(ui, key) || (key.expiresAt && `(${key.expiresAt})`)].filter(Boolean).join('  ')

/** In brackets, what the user should know of a key's last day; empty while it is far off. */
export function expiryNote(ui: Ui, { expiresAt }: Pick<KeyView, 'expiresAt'>): string {
  const expiry = keyExpiry(expiresAt, new Date())
  return expiry === undefined || expiry.state === 'fine' ? '' : `(${ui.say(words(expiry, expiresAt))})`
}

function words({ state, days }: KeyExpiry, day = '') {
  if (state === 'expired') return text(`expired on ${day}`, `已于 ${day} 到期`)
  if (days === 0) return text('expires today', '今天到期')
  return days === 1 ? text('expires tomorrow', '明天到期') : text(`expires in ${days} days`, `${days} 天后到期`)
}
