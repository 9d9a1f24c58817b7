import { text } from '../../../../shared/model/text'
import { type ForeignEntry, foreignProfiles } from '../foreign-profiles'
import { isObject, textOf } from '../loose-values'
import type { Source } from '../portable'

/** `~/.cc-switch/config.json` of CC-Switch before 3.8: version 2 has one part an application, version 1 is Claude Code's alone. */
export const ccswitchConfig: Source = {
  id: 'ccswitch-config',
  label: text('CC-Switch config.json', 'CC-Switch config.json'),
  async read({ json }, adapters) {
    if (!isObject(json)) return undefined
    const parts = isProviders(json.providers) ? [['claude', json] as const] : Object.entries(json)
    const entries = parts.flatMap(([app, part]) =>
      isObject(part) && isProviders(part.providers) ? Object.values(part.providers).map((entry) => entryOf(app, entry)) : [],
    )
    return entries.length === 0 ? undefined : foreignProfiles(entries, adapters)
  },
}

const isProviders = (value: unknown): value is Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
  isObject(value) && Object.values(value).length > 0 && Object.values(value).every((entry) => isObject(entry) && 'settingsConfig' in entry)

const entryOf = (app: string, entry: Readonly<Record<string, unknown>>): ForeignEntry => ({
  app,
  name: textOf(entry.name) ?? '',
  settings: entry.settingsConfig,
  website: textOf(entry.websiteUrl),
  notes: textOf(entry.notes),
  category: textOf(entry.category),
  meta: isObject(entry.meta) ? entry.meta : {},
  endpoints: [],
})
