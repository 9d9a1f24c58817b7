import type { ProfileConnection } from '../../../shared/model/probe'
import type { ProfileView } from '../../../shared/model/profile'
import type { ToolStatus } from '../../../shared/model/switch'
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

/** What an order goes by: the last tests by profile, what tools use now, and when a profile was last used. */
export interface Known {
  readonly results?: Readonly<Record<string, ProfileConnection>>
  readonly status?: readonly ToolStatus[]
  readonly lastUsed?: Readonly<Record<string, string>>
}

/** In the wanted order; "official" stays first, and what was never tested or used comes last, by name. */
export function sortProfiles(profiles: readonly ProfileView[], sorting: Sorting, known: Known): readonly ProfileView[] {
  if (sorting === 'manual') return profiles
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  const place = sorting === 'used' ? uses(known) : sorting === 'latency' ? latencies(profiles, known) : new Map<string, number>()
  const rank = ({ kind }: ProfileView): number => (kind === 'official' ? 0 : 1)
  const difference = (a: ProfileView, b: ProfileView): number => {
    const [first, second] = [place.get(a.id) ?? Number.POSITIVE_INFINITY, place.get(b.id) ?? Number.POSITIVE_INFINITY]
    return first === second ? 0 : first - second
  }
  return profiles.toSorted((a, b) => rank(a) - rank(b) || difference(a, b) || names.compare(a.name, b.name))
}

const latencies = (profiles: readonly ProfileView[], { results = {} }: Known): ReadonlyMap<string, number> =>
  new Map(profiles.map(({ id, tools }) => [id, healthOf(results[id], Object.keys(tools))?.ms ?? Number.POSITIVE_INFINITY]))

/** Lowest for what is in use now, then the later the lower. */
const uses = ({ status = [], lastUsed = {} }: Known): ReadonlyMap<string, number> =>
  new Map([
    ...Object.entries(lastUsed).map(([id, at]) => [id, -Date.parse(at)] as const),
    ...status.flatMap(({ profileId }) => (profileId === undefined ? [] : [[profileId, Number.NEGATIVE_INFINITY] as const])),
  ])
