import type { HistoryEntry } from '../../../shared/model/switch'

export interface HistoryFilter {
  /** Words in the title or in the path of a file; empty means all. */
  readonly query: string
  /** Id of a tool; empty means all. */
  readonly tool: string
}

/** The entries that a filter leaves. */
export function filterHistory(entries: readonly HistoryEntry[], { query, tool }: HistoryFilter): readonly HistoryEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && tool === '') return entries
  return entries.filter(({ title, tools, files }) => {
    if (tool !== '' && !tools.includes(tool)) return false
    const text = [title.en, title.zh, ...files.map(({ path }) => path)].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What stands below each other in the timeline. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly id: string; readonly label: string }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: HistoryEntry; readonly last: boolean }

/** Entries under the heading of their local day, in the order given. */
export function timelineOf(entries: readonly HistoryEntry[], language: string): readonly TimelineItem[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' })
  // Naming a day takes long, and most entries are of the same one as their neighbour.
  const dayOf = (at: string) => new Date(at).toDateString()
  const items: TimelineItem[] = []
  entries.forEach((entry, index) => {
    const day = dayOf(entry.at)
    const [before, after] = [entries[index - 1], entries[index + 1]]
    if (before === undefined || dayOf(before.at) !== day)
      items.push({ kind: 'day', id: `day-${entry.id}`, label: format.format(new Date(entry.at)) })
    items.push({ kind: 'entry', id: entry.id, entry, last: after === undefined || dayOf(after.at) !== day })
  })
  return items
}

/** The local time of day. */
export const timeOf = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at))
