import { type DocumentStyle, isWhite, lineIndent, memberStyle, splitLine } from './json-style'
import type { Container, Entry } from './json-tree'

/** What an insertion put around a member, for its removal. `inner`: what stood in the container while it was empty. */
export type InsertHints = Readonly<Record<string, string>>

/** Where a new member goes: at the end of `container`, which is the value of `holder` (undefined for the root). */
export interface Spot {
  readonly container: Container
  readonly holder: Entry | undefined
  readonly style: DocumentStyle
}

const emptyEntry = { tail: '', comma: false }

/** Into a container that holds nothing but blanks: they give way to the new member's own. */
function insertFirst({ container, holder, style }: Spot, key: string | undefined): { entry: Entry; hints: InsertHints } {
  const { broken, indent, gap, colon } = memberStyle(container, holder, style)
  const hints = { inner: container.end }
  const pad = container.kind === 'list' ? '' : gap
  const outer = holder === undefined ? '' : (lineIndent(holder) ?? '')
  const lead = broken ? style.eol + indent : pad
  container.end = broken ? style.eol + outer : pad
  return { entry: { ...emptyEntry, lead, key: key ?? '', head: headOf(key, colon), value: '' }, hints }
}

/** Behind the last member and the comments on its line. A trailing comma is written where the last member has one. */
function insertLast({ container, holder, style }: Spot, key: string | undefined): { entry: Entry; hints: InsertHints } {
  const { broken, indent, gap, colon } = memberStyle(container, holder, style)
  const { same, rest, lineComment } = splitLine(container.end)
  const last = container.entries.at(-1)
  const lead = broken || lineComment ? style.eol + indent : gap
  const comma = last?.comma ?? false
  if (last !== undefined) last.comma = true
  container.end = rest
  return { entry: { ...emptyEntry, lead: same + lead, key: key ?? '', head: headOf(key, colon), value: '', comma }, hints: {} }
}

const headOf = (key: string | undefined, colon: string): string => (key === undefined ? '' : JSON.stringify(key) + colon)

/** Adds a member without a value yet; `key` is undefined in a list. */
export function insert(spot: Spot, key: string | undefined): { readonly entry: Entry; readonly hints: InsertHints } {
  const { container } = spot
  const added = container.entries.length === 0 && isWhite(container.end) ? insertFirst(spot, key) : insertLast(spot, key)
  container.entries.push(added.entry)
  return added
}
