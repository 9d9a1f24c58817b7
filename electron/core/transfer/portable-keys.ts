import type { Profile, StoredKey } from '../../../shared/model/profile'
import { readKey } from '../api-key'
import { uniqueName } from '../files/unique-name'
import { maskKey } from '../mask-key'
import { misused } from '../problem'
import { activeKey, purposeOf, withLazyKey } from '../vault/profile-keys'
import type { Vault } from '../vault/vault'
import type { PortableKey, PortableProfile } from './portable'

/**
 * Every key of a stored profile, opened.
 * @throws {ProblemError} as `Vault.open`
 */
export function openKeys(profile: Profile, vault: Vault): readonly PortableKey[] {
  const { keys } = profile.relay
  if (keys === undefined) return [{ key: profile.relay.key }]
  const active = activeKey(profile)
  return keys.map(({ label, expiresAt, ...stored }) => ({
    key: vault.open(purposeOf(profile.id, stored.id), stored.sealed),
    ...(label !== undefined && { label }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(stored.id === active?.id && { active: true }),
  }))
}

/** What of a stored profile travels: all that does not belong to this machine. */
export function portable(profile: Profile, keys: readonly PortableKey[]): PortableProfile {
  const { id: _, createdAt: _created, updatedAt: _updated, relay, ...rest } = profile
  const { key: _key, keys: _keys, activeKey: _active, ...open } = relay
  return { ...rest, relay: { ...open, keys } }
}

export const activeOf = (keys: readonly PortableKey[]): PortableKey | undefined => keys.find(({ active }) => active === true) ?? keys[0]

/**
 * Keys as they may be stored: without what people copy along.
 * @throws {ProblemError} `bad-key`, quoting no key
 */
export const cleanKeys = (keys: readonly PortableKey[]): readonly PortableKey[] =>
  keys.map((portable) => {
    const read = readKey(portable.key)
    if ('problem' in read) throw misused('bad-key', read.problem.message, read.problem.hint)
    return { ...portable, key: read.key }
  })

/** The profile with these keys, sealed for it; `seal` is the vault's own, or its `sealer` for many. */
export function sealKeys(profile: Profile, keys: readonly PortableKey[], vault: Vault, seal = vault.seal): Profile {
  const active = activeOf(keys)
  const sealed = keys.map((portable): readonly [PortableKey, StoredKey] => {
    const id = uniqueName(8)
    const { key, label, expiresAt } = portable
    return [
      portable,
      {
        id,
        ...(label !== undefined && { label }),
        ...(expiresAt !== undefined && { expiresAt }),
        masked: maskKey(key),
        sealed: seal(purposeOf(profile.id, id), key),
      },
    ]
  })
  const { key: _, ...open } = profile.relay
  const relay = { ...open, keys: sealed.map(([, stored]) => stored), activeKey: sealed.find(([portable]) => portable === active)?.[1].id }
  // `key` is what `withLazyKey` adds.
  return withLazyKey({ ...profile, relay: relay as Omit<Profile['relay'], 'key'> as Profile['relay'] }, vault)
}
