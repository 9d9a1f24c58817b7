import type { Before, Placed } from './editor'
import { endsInLineComment, isWhite } from './json-style'
import { type Container, type Entry, opened } from './json-tree'

/** Keeps what stands before a member that goes, except the line (or the blanks) that the member started with. */
function keptLead(lead: string, following: string): string {
  const kept = lead.replace(/(?:\r?\n)?[ \t]*$/, '')
  const safe = !endsInLineComment(kept) || /^[ \t]*(?:\r?\n|\/\/)/.test(following)
  return safe ? kept : lead
}

/** Joins the blanks and comments around a gap; those of the gap itself (`tail`) stay only if there is a comment in them. */
function joined(lead: string, tail: string, following: string): string {
  const rest = isWhite(tail) ? following : tail + following
  return keptLead(lead, rest) + rest
}

/** Takes a member out, with the comma that came with it. */
export function removeEntry(container: Container, entry: Entry, hints: Readonly<Record<string, string>>): void {
  const { entries } = container
  const at = entries.indexOf(entry)
  const previous = entries[at - 1]
  const next = entries[at + 1]
  entries.splice(at, 1)
  if (next !== undefined) {
    const sharesLine = previous === undefined && isWhite(entry.lead + entry.tail + next.lead) && !next.lead.includes('\n')
    next.lead = sharesLine ? entry.lead : joined(entry.lead, entry.tail, next.lead)
    return
  }
  container.end = joined(entry.lead, entry.tail, container.end)
  if (previous !== undefined && !entry.comma) {
    container.end = previous.tail + container.end
    previous.tail = ''
    previous.comma = false
  }
  if (entries.length === 0 && isWhite(container.end)) container.end = hints.inner ?? ''
}

/** The member of an object with this key. */
export function findEntry(container: Container | undefined, key: string | undefined): Entry | undefined {
  return container?.kind === 'object' ? container.entries.find((entry) => entry.key === key) : undefined
}

/** The container and the entry of a path; undefined where it is no longer there. */
function locate(root: Container, path: readonly string[]): { container: Container; entry: Entry } | undefined {
  let container: Container | undefined = root
  for (const key of path.slice(0, -1)) {
    const holder = findEntry(container, key)
    container = holder && opened(holder)
  }
  const entry = findEntry(container, path.at(-1))
  return container && entry && { container, entry }
}

function isEmpty(entry: Entry): boolean {
  const container = opened(entry)
  return container !== undefined && container.entries.length === 0 && isWhite(container.end)
}

function removeItem(entry: Entry, before: Extract<Before, { kind: 'item' }>): void {
  const list = opened(entry)
  if (list?.kind !== 'list' || before.hints.present !== undefined) return
  const item = list.entries.findLast((each) => itemOf(each) === before.item)
  if (item !== undefined) removeEntry(list, item, before.hints)
}

/** The string that a list's entry is; undefined if it is something else. */
export function itemOf(entry: Entry): string | undefined {
  return typeof entry.value === 'string' && entry.value[0] === '"' ? String(JSON.parse(entry.value)) : undefined
}

/** Undoes one place in the tree. A `value`'s raw text must have been checked to be one value. */
export function putBackPlace(root: Container, { path, before }: Placed): void {
  const found = locate(root, path)
  if (found === undefined) return
  const { container, entry } = found
  if (before.kind === 'value') entry.value = before.raw
  else if (before.kind === 'item') removeItem(entry, before)
  else if (before.hints.made === undefined || isEmpty(entry)) removeEntry(container, entry, before.hints)
}
