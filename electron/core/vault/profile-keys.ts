import type { Profile, StoredKey } from '../../../shared/model/profile'
import { ProblemError } from '../../../shared/transport'
import { uniqueName } from '../files/unique-name'
import { maskKey } from '../mask-key'
import { once } from '../once'
import type { Vault } from './vault'

const PURPOSE = 'profile '

/** What a key is sealed for: this profile and no other. */
export const purposeOf = (profileId: string, keyId: string): string => `${PURPOSE}${profileId} ${keyId}`

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
    get: once(() => vault.open(purposeOf(profile.id, stored.id), stored.sealed)),
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

/**
 * What is stored of a profile: every key sealed for it, the one it uses in the place of the one before. Another key of its own that is given once
 * more becomes the one it uses; a new one keeps the label of the one before, but not its last day.
 */
export function sealProfile(profile: Profile, vault: Vault): unknown {
  if (isUntouched(profile)) return profile
  const { key, keys = [], activeKey: _, ...relay } = profile.relay
  const present = activeKey(profile)
  const masked = maskKey(key)
  const other = keys.find((known) => known !== present && known.masked === masked && openKey(profile, known, vault) === key)
  if (other !== undefined) return { ...profile, relay: { ...relay, keys, activeKey: other.id } }
  const { expiresAt, ...kept } = present ?? { id: uniqueName(8) }
  const sealed: StoredKey = {
    ...kept,
    ...(expiresAt === undefined || masked !== present?.masked ? {} : { expiresAt }),
    masked,
    sealed: vault.seal(purposeOf(profile.id, kept.id), key),
  }
  const all = present === undefined ? [sealed] : keys.map((known) => (known === present ? sealed : known))
  return { ...profile, relay: { ...relay, keys: all, activeKey: kept.id } }
}

/** @throws {ProblemError} as `Vault.open` */
export const openKey = ({ id }: Pick<Profile, 'id'>, { id: keyId, sealed }: StoredKey, vault: Vault): string =>
  vault.open(purposeOf(id, keyId), sealed)

/** Every key of a profile, also those that are not in use. */
export const allKeys = (profile: Profile, vault: Vault): readonly string[] =>
  profile.relay.keys?.map((stored) => openKey(profile, stored, vault)) ?? [profile.relay.key]

/** A key sealed for one profile, under an id of its own. */
export function sealNewKey({ id }: Pick<Profile, 'id'>, key: string, vault: Vault): StoredKey {
  const keyId = uniqueName(8)
  return { id: keyId, masked: maskKey(key), sealed: vault.seal(purposeOf(id, keyId), key) }
}

/** The profile with these sealed keys, of which `activeId` is in use. */
export function withKeys({ relay, ...rest }: Profile, keys: readonly StoredKey[], activeId: string | undefined, vault: Vault): Profile {
  const { key: _, ...open } = relay
  return withLazyKey({ ...rest, relay: { ...open, keys, activeKey: activeId } as Profile['relay'] }, vault)
}

/** `profile` with all keys of another one, sealed for it under the newest data key. Without sealed keys it stays as it is. */
export function withKeysOf(profile: Profile, source: Profile, vault: Vault): Profile {
  const { keys, activeKey: activeId } = source.relay
  if (keys === undefined) return profile
  const anew = keys.map((known) => ({ ...known, sealed: vault.seal(purposeOf(profile.id, known.id), openKey(source, known, vault)) }))
  return withKeys(profile, anew, activeId, vault)
}

/** The same stored profile with every key sealed under the newest data key. */
export const resealProfile = (profile: Profile, vault: Vault): Profile => withKeysOf(profile, profile, vault)

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
