import type { ProfileView } from '../../../shared/model/profile'

/** More results than this nobody reads; it is also what keeps typing fast with thousands of profiles. */
export const maxResults = 40

export interface Named {
  /** What is shown. */
  readonly title: string
  /** Further words by which it is found. */
  readonly words?: string
}

const wordsOf = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter(Boolean)

/** How well a text answers: 3 begins with it, 2 a word begins with it, 1 holds it, 0 not at all. */
export function rank(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at < 0) return 0
  if (at === 0) return 3
  return text.includes(` ${word}`) || text.includes(`(${word}`) ? 2 : 1
}

/** The things that hold every word of the query, best first, in their own order where they answer equally well. */
export function findNamed<T extends Named>(things: readonly T[], query: string): readonly T[] {
  const words = wordsOf(query)
  if (words.length === 0) return things
  const scored = things.flatMap((thing) => {
    const [title, more] = [thing.title.toLowerCase(), thing.words?.toLowerCase() ?? '']
    const ranks = words.map((word) => rank(title, word) * 2 || rank(more, word))
    return ranks.includes(0) ? [] : [{ thing, score: ranks.reduce((sum, one) => sum + one, 0) }]
  })
  return scored.toSorted((a, b) => b.score - a.score).map(({ thing }) => thing)
}

export interface FoundProfile {
  readonly profile: ProfileView
  /** The words of the query that are not about the profile: they say what to do with it. */
  readonly rest: string
}

/** What a profile is found by: name, URL, notes and website, in lower case. */
const hayOf = ({ name, relay }: ProfileView): string =>
  [name, relay.url, relay.notes, relay.website].filter(Boolean).join(' ').toLowerCase()

/** Profiles that hold at least one word of the query, those that hold all of them first. Without a query: the first ones. */
export function findProfiles(profiles: readonly ProfileView[], query: string, limit = maxResults): readonly FoundProfile[] {
  const words = wordsOf(query)
  if (words.length === 0) return profiles.slice(0, limit).map((profile) => ({ profile, rest: '' }))
  const whole: { readonly found: FoundProfile; readonly score: number }[] = []
  const partly: FoundProfile[] = []
  for (const profile of profiles) {
    const hay = hayOf(profile)
    const missing = words.filter((word) => !hay.includes(word))
    if (missing.length === 0) {
      const score = words.reduce((sum, word) => sum + rank(hay, word), 0)
      whole.push({ found: { profile, rest: '' }, score })
    } else if (missing.length < words.length && partly.length < limit) partly.push({ profile, rest: missing.join(' ') })
  }
  const best = whole.toSorted((a, b) => b.score - a.score).map(({ found }) => found)
  return [...best, ...partly].slice(0, limit)
}
