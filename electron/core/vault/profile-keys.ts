import type { Profile, StoredKey } from '../../../shared/model/profile'
import { ProblemError } from '../../../shared/transport'
import { maskKey } from '../api-key'
import { uniqueName } from '../files/unique-name'
import type { Vault } from './vault'

const PURPOSE = 'profile '
const purposeOf = (profileId: string, keyId: string): string => `${PURPOSE}${profileId} ${keyId}`
/** True for what the vault holds as a profile's key. */
export const isKeyPurpose = (purpose: string): boolean => purpose.startsWith(PURPOSE)

/** The key that the profile uses, sealed; undefined for a profile that an earlier version wrote, or that was just made. */
export const activeKey = ({ relay }: Pick<Profile, 'relay'>): StoredKey | undefined =>
  relay.keys?.find(({ id }) => id === relay.activeKey) ?? relay.keys?.[0]

/**
 * A stored profile with `relay.key` as a property that opens the sealed key when it is asked for. It is not enumerable: neither a copy nor JSON
 * gets the key by accident.
 */
export function withLazyKey(profile: Profile, vault: Vault): Profile {
  const stored = activeKey(profile)
  if (stored === undefined || Object.hasOwn(profile.relay, 'key')) return profile
  const relay = Object.defineProperty({ ...profile.relay }, 'key', {
    get: () => vault.open(purposeOf(profile.id, stored.id), stored.sealed),
  })
  return { ...profile, relay }
}

/** True while the key is sealed as it was read, also in a copy that left the opening behind. */
function isUntouched({ relay }: Profile): boolean {
  const key = Object.getOwnPropertyDescriptor(relay, 'key')
  return key === undefined || key.get !== undefined
}

/** `relay` with the key of another profile's, sealed or not. */
export function keepKey(relay: Omit<Profile['relay'], 'key'>, from: Profile['relay']): Profile['relay'] {
  const copy = { ...relay, keys: from.keys, activeKey: from.activeKey }
  return Object.defineProperty(copy, 'key', Object.getOwnPropertyDescriptor(from, 'key') ?? { value: '' }) as Profile['relay']
}

/** What is stored of a profile: every key sealed for it, the one it uses in the place of the one before. */
export function sealProfile(profile: Profile, vault: Vault): unknown {
  if (isUntouched(profile)) return profile
  const { key, keys = [], activeKey: _, ...relay } = profile.relay
  const present = activeKey(profile)
  const id = present?.id ?? uniqueName(8)
  const sealed: StoredKey = { ...present, id, masked: maskKey(key), sealed: vault.seal(purposeOf(profile.id, id), key) }
  const all = present === undefined ? [sealed] : keys.map((known) => (known.id === id ? sealed : known))
  return { ...profile, relay: { ...relay, keys: all, activeKey: id } }
}

/** The same stored profile with every key sealed under the newest data key. */
export function resealProfile(profile: Profile, vault: Vault): Profile {
  const { keys } = profile.relay
  if (keys === undefined) return profile
  const anew = keys.map((known) => {
    const purpose = purposeOf(profile.id, known.id)
    return { ...known, sealed: vault.seal(purpose, vault.open(purpose, known.sealed)) }
  })
  return withLazyKey({ ...profile, relay: { ...profile.relay, keys: anew } }, vault)
}

export const maskedKeyOf = (profile: Profile): string => activeKey(profile)?.masked ?? maskKey(profile.relay.key)

/** The profile with its key where that is at hand, else with the sealed text in its place, which equals any other (see `sameValue`). */
export function withoutUnlocking(profile: Profile): Profile {
  try {
    return { ...profile, relay: { ...profile.relay, key: profile.relay.key } }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { ...profile, relay: { ...profile.relay, key: activeKey(profile)?.sealed ?? '' } }
  }
}
