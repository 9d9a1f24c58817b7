import type { ToolProfile } from '../../../shared/model/profile'
import { type LocalText, text } from '../../../shared/model/text'
import { absentTool } from '../target'
import type { ToolAdapter } from '../tools/tool'
import { type ForeignRelay, readForeign } from './foreign-relay'
import type { Candidate, Contents } from './portable'
import { distinct } from './portable-risks'

/** One provider as another program stores it: for one application. */
export interface ForeignEntry {
  /** Its name for the application; `*` is any. */
  readonly app: string
  readonly name: string
  /** The application's settings as they would be written. */
  readonly settings: unknown
  readonly website?: string
  readonly notes?: string
  readonly category?: string
  readonly meta: Readonly<Record<string, unknown>>
  readonly endpoints: readonly string[]
}

/** What becomes one profile. */
interface Group {
  readonly relays: ForeignRelay[]
  readonly tools: Map<string, ToolProfile>
}

export const leftOut = (what: LocalText, why: LocalText): LocalText =>
  text(`Left out ${what.en}: ${why.en}`, `未导入 ${what.zh}：${why.zh}`)

/**
 * Entries as profiles. Entries of the same relay with the same key become one profile, as they were one before the other program asked for one an
 * application. Pure.
 */
export function foreignProfiles(entries: readonly ForeignEntry[], adapters: readonly ToolAdapter[]): Contents {
  const byRelay = new Map<string, Group[]>()
  const notices: LocalText[] = []
  for (const entry of entries) {
    const read = readForeign(entry, adapters)
    if ('why' in read) notices.push(leftOut(text(shownName(entry), shownName(entry)), read.why))
    else take(byRelay, read)
  }
  const candidates = [...byRelay.values()].flat().flatMap(({ relays, tools }) => candidateOf(relays, tools, adapters))
  return { candidates, notices }
}

/** A second entry for the same application is another choice of models: a profile of its own. */
function take(byRelay: Map<string, Group[]>, relay: ForeignRelay): void {
  const id = `${relay.url} ${relay.key}`
  const groups = byRelay.get(id) ?? []
  const free = groups.find(({ tools }) => relay.tools.every(([tool]) => !tools.has(tool)))
  const group: Group = free ?? { relays: [], tools: new Map() }
  group.relays.push(relay)
  for (const [tool, own] of relay.tools) group.tools.set(tool, own)
  byRelay.set(id, free === undefined ? [...groups, group] : groups)
}

const shownName = ({ name, app }: ForeignEntry): string => `"${name.slice(0, 80)}"${app === '*' ? '' : ` (${app.slice(0, 40)})`}`

function candidateOf(
  relays: readonly ForeignRelay[],
  own: ReadonlyMap<string, ToolProfile>,
  adapters: readonly ToolAdapter[],
): readonly Candidate[] {
  const [first] = relays
  if (first === undefined) return []
  const { url, key, name } = first
  const endpoints = [...new Set(relays.flatMap((relay) => relay.endpoints))].filter((other) => other !== url).slice(0, 20)
  const website = relays.find((relay) => relay.website !== undefined)?.website
  const notes = relays.find((relay) => relay.notes !== undefined)?.notes
  const names = [...new Set(relays.map((relay) => relay.name))]
  const merged = names.length > 1 ? [text(`Made of: ${names.join(', ')}`, `合并自：${names.join('、')}`)] : []
  return [
    {
      profile: {
        name,
        relay: {
          url,
          keys: [{ key }],
          ...(website !== undefined && { website }),
          ...(notes !== undefined && { notes }),
          ...(endpoints.length > 0 && { endpoints }),
        },
        tools: Object.fromEntries(adapters.map(({ descriptor: { id } }) => [id, own.get(id) ?? absentTool])),
      },
      notices: [...merged, ...relays.flatMap((relay) => relay.notices)],
      risks: distinct(relays.flatMap((relay) => relay.risks)),
    },
  ]
}
