import type { Profile } from '../../../shared/model/profile'
import type { ConflictChoice } from '../../../shared/model/transfer'
import { comparable } from '../profile-names'
import { freeName } from './free-name'
import type { PortableProfile } from './portable'

/** What becomes of one profile of a file. */
export interface ImportStep {
  readonly kind: 'add' | 'replace' | 'skip'
  readonly name: string
  readonly profile: PortableProfile
  /** The one whose place it takes. */
  readonly previous?: Profile
}

/** Decides by the names that are there now: another shell may have written since the file was shown. Pure. */
export function planImport(
  present: readonly Profile[],
  wanted: readonly { readonly profile: PortableProfile; readonly onConflict: ConflictChoice }[],
): readonly ImportStep[] {
  const named = new Map(present.map((profile) => [comparable(profile.name), profile]))
  const taken = new Set([...named.keys(), ...wanted.map(({ profile }) => comparable(profile.name))])
  return wanted.map(({ profile, onConflict }): ImportStep => {
    const { name } = profile
    const previous = named.get(comparable(name))
    if (previous === undefined) return { kind: 'add', name, profile }
    if (onConflict === 'skip') return { kind: 'skip', name, profile }
    if (onConflict === 'replace') return { kind: 'replace', name, profile, previous }
    const free = freeName(name, taken)
    taken.add(comparable(free))
    return { kind: 'add', name: free, profile }
  })
}
