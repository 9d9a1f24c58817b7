import { text } from '../../../../shared/model/text'
import { type ForeignEntry, foreignProfiles } from '../foreign-profiles'
import { isObject, parsedOrNothing, textOf } from '../loose-values'
import type { Source } from '../portable'
import { insertedRows, type SqlRow } from '../sql-inserts'

const TABLES = ['providers', 'provider_endpoints']

/**
 * The SQL export of CC-Switch 3.8 to 3.20 (`cc-switch-export-….sql`): only what it inserts into two tables is read, nothing is run. Columns go by
 * their names, as versions differ in them.
 */
export const ccswitchSql: Source = {
  id: 'ccswitch-sql',
  label: text('CC-Switch SQL export', 'CC-Switch SQL 导出'),
  async read({ text: sql }, adapters) {
    if (!/^\s*--\s*CC[ -]?Switch/i.test(sql) && !/\bINSERT\s+INTO\s+["'`[]?providers\b/i.test(sql)) return undefined
    const rows = insertedRows(sql, TABLES)
    const endpoints = rows.get('provider_endpoints') ?? []
    const entries = (rows.get('providers') ?? []).map((row) => entryOf(row, endpoints))
    return foreignProfiles(
      entries.toSorted((a, b) => a.order - b.order),
      adapters,
    )
  },
}

function entryOf(row: SqlRow, endpoints: readonly SqlRow[]): ForeignEntry & { readonly order: number } {
  const own = endpoints.filter(({ provider_id, app_type }) => provider_id === row.id && app_type === row.app_type)
  const meta = parsedOrNothing(textOf(row.meta))
  const order = row.sort_index
  return {
    app: textOf(row.app_type) ?? '',
    name: textOf(row.name) ?? '',
    settings: parsedOrNothing(textOf(row.settings_config)),
    website: textOf(row.website_url),
    notes: textOf(row.notes),
    category: textOf(row.category),
    meta: isObject(meta) ? meta : {},
    endpoints: own.flatMap(({ url }) => textOf(url) ?? []),
    order: typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER,
  }
}
