import { createContext, use } from 'react'

/** What is searched for in the settings, in lower case; empty shows everything. */
export const SettingSearch = createContext('')

/** True when every word that is searched for stands in one of the texts. */
export function useIsFound(...texts: readonly (string | undefined)[]): boolean {
  const query = use(SettingSearch)
  const text = texts.filter(Boolean).join(' ').toLowerCase()
  return query.split(/\s+/).every((word) => text.includes(word))
}
