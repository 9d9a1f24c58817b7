import type { HistoryEntry } from '../../../shared/model/switch'

export interface Day {
  readonly label: string
  readonly entries: readonly HistoryEntry[]
}

/** Groups entries by the local day, in the order given. */
export function byDay(entries: readonly HistoryEntry[], language: string): readonly Day[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' })
  const days = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const label = format.format(new Date(entry.at))
    const day = days.get(label)
    if (day) day.push(entry)
    else days.set(label, [entry])
  }
  return [...days].map(([label, list]) => ({ label, entries: list }))
}

/** The local time of day. */
export const timeOf = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at))
