import type { ProfileConnection } from '../../../shared/model/probe'
import type { ProfileView } from '../../../shared/model/profile'
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

/** In the wanted order; "official" stays first, and what was never tested comes last. */
export function sortProfiles(
  profiles: readonly ProfileView[],
  sorting: Sorting,
  results: Readonly<Record<string, ProfileConnection>>,
): readonly ProfileView[] {
  if (sorting === 'manual') return profiles
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  const latency = ({ id, tools }: ProfileView): number => healthOf(results[id], Object.keys(tools))?.ms ?? Number.POSITIVE_INFINITY
  const known = sorting === 'latency' ? new Map(profiles.map((profile) => [profile.id, latency(profile)])) : undefined
  const rank = ({ kind }: ProfileView): number => (kind === 'official' ? 0 : 1)
  const difference = (a: ProfileView, b: ProfileView): number => {
    const [first = 0, second = 0] = [known?.get(a.id), known?.get(b.id)]
    return first === second ? 0 : first - second
  }
  return profiles.toSorted((a, b) => rank(a) - rank(b) || difference(a, b) || names.compare(a.name, b.name))
}
