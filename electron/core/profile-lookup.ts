import { OFFICIAL_ID, type Profile } from '../../shared/model/profile'
import type { Host } from './host'
import { sameName, unknownProfile } from './profile-names'
import { isProfile } from './profile-shape'
import { readProfiles } from './profile-store'
import { withLazyKey } from './vault/profile-keys'

/**
 * One profile out of the store. The store has one profile a line, so the line is found and only that line is parsed: with 10,000 profiles a
 * terminal command would otherwise spend most of its time here. Where the text is laid out in another way, the whole store is read.
 */
export function profileWithId(host: Pick<Host, 'profiles' | 'vault'>, id: string): Profile | undefined {
  return (
    lineWith(host, `{"id":${JSON.stringify(id)},`, (profile) => profile.id === id) ??
    readProfiles(host).profiles.find((profile) => profile.id === id)
  )
}

/** Looks profiles up for one answer: each is searched once. */
export function profileFinder(host: Pick<Host, 'profiles' | 'vault'>, known: readonly Profile[] = []): (id: string) => Profile | undefined {
  const found = new Map<string, Profile | undefined>(known.map((profile) => [profile.id, profile]))
  return (id) => {
    if (!found.has(id)) found.set(id, id === OFFICIAL_ID ? undefined : profileWithId(host, id))
    return found.get(id)
  }
}

/** @throws {ProblemError} `unknown-profile` */
export function profileById(host: Pick<Host, 'profiles' | 'vault'>, id: string): Profile {
  const found = profileWithId(host, id)
  if (found === undefined) throw unknownProfile()
  return found
}

/** As spelled, else without regard to case. */
export function profileNamed(host: Pick<Host, 'profiles' | 'vault'>, name: string): Profile | undefined {
  const exact = lineWith(host, `"name":${JSON.stringify(name.normalize('NFC').trim())},`, (profile) => sameName(profile.name, name))
  return exact ?? readProfiles(host).profiles.find((profile) => sameName(profile.name, name))
}

const HEADS = ['{"version":1,"profiles":[', '{"version":2,"profiles":[']

/** The profile on a line that holds this text, if it is a whole profile and the right one. Lines that only quote the text are passed over. */
function lineWith(
  { profiles: store, vault }: Pick<Host, 'profiles' | 'vault'>,
  wanted: string,
  isRight: (profile: Profile) => boolean,
): Profile | undefined {
  if (store.findLine?.('{"version":', (line) => HEADS.includes(line) || undefined) !== true) return undefined
  const found = store.findLine(wanted, (line) => {
    const value = parsed(line.endsWith(',') ? line.slice(0, -1) : line)
    return isProfile(value) && isRight(value) ? value : undefined
  })
  return found && withLazyKey(found, vault)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
