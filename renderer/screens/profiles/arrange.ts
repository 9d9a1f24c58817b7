import type { ProfileConnection } from '../../../shared/model/probe'
import type { ProfileView } from '../../../shared/model/profile'
import type { HistoryEntry, ToolStatus } from '../../../shared/model/switch'
import { healthOf } from '../../lib/health'
import type { Sorting } from '../../store/profiles'

/** What is searched, made once per profile: with 10,000 of them that is most of the work of a key. */
const haystacks = new WeakMap<ProfileView, string>()
function haystackOf(profile: ProfileView): string {
  const known = haystacks.get(profile)
  if (known !== undefined) return known
  const { name, relay, tags = [] } = profile
  const made = [name, relay.url, relay.notes, relay.website, ...tags].join('\n').toLowerCase()
  haystacks.set(profile, made)
  return made
}

/** Profiles whose name, URL, notes, website or tags hold every word of the query, whatever its case, and that bear the tag, if one is given. */
export function searchProfiles(profiles: readonly ProfileView[], query: string, tag?: string): readonly ProfileView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && tag === undefined) return profiles
  return profiles.filter((profile) => {
    if (tag !== undefined && !profile.tags?.includes(tag)) return false
    const text = haystackOf(profile)
    return words.every((word) => text.includes(word))
  })
}

/** Every tag in use, by name. */
export const tagsOf = (profiles: readonly ProfileView[]): readonly string[] =>
  [...new Set(profiles.flatMap(({ tags = [] }) => tags))].sort((a, b) => a.localeCompare(b))

/** What an order goes by: the last tests by profile, what tools use now, and the history, newest first. */
export interface Known {
  readonly results?: Readonly<Record<string, ProfileConnection>>
  readonly status?: readonly ToolStatus[]
  readonly history?: readonly HistoryEntry[]
}

/** In the wanted order; "official" stays first, and what was never tested or used comes last, by name. */
export function sortProfiles(profiles: readonly ProfileView[], sorting: Sorting, known: Known): readonly ProfileView[] {
  if (sorting === 'manual') return profiles
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  const place = sorting === 'used' ? lastUsed(known) : sorting === 'latency' ? latencies(profiles, known) : new Map<string, number>()
  const rank = ({ kind }: ProfileView): number => (kind === 'official' ? 0 : 1)
  const difference = (a: ProfileView, b: ProfileView): number => {
    const [first, second] = [place.get(a.id) ?? Number.POSITIVE_INFINITY, place.get(b.id) ?? Number.POSITIVE_INFINITY]
    return first === second ? 0 : first - second
  }
  return profiles.toSorted((a, b) => rank(a) - rank(b) || difference(a, b) || names.compare(a.name, b.name))
}

const latencies = (profiles: readonly ProfileView[], { results = {} }: Known): ReadonlyMap<string, number> =>
  new Map(profiles.map(({ id, tools }) => [id, healthOf(results[id], Object.keys(tools))?.ms ?? Number.POSITIVE_INFINITY]))

/** 0 for what is in use now, then counted up from the last one that was; as far back as the history is loaded. */
function lastUsed({ status = [], history = [] }: Known): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const { profileId } of status) if (profileId !== undefined) places.set(profileId, 0)
  for (const [at, { profileIds = [] }] of history.entries()) for (const id of profileIds) if (!places.has(id)) places.set(id, at + 1)
  return places
}
