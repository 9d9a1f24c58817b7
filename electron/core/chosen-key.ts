import type { Profile, StoredKey } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { misused } from './problem'
import { openKey, withKeys } from './vault/profile-keys'
import type { Vault } from './vault/vault'

/** @throws {ProblemError} `unknown-key` */
export function keyWithId({ relay }: Profile, id: string): StoredKey {
  const found = relay.keys?.find((key) => key.id === id)
  if (found !== undefined) return found
  throw misused(
    'unknown-key',
    text('The profile has no such key.', '该配置没有这个密钥。'),
    text("It may have been removed. Look at the profile's keys.", '它可能已被删除，请查看该配置的密钥。'),
  )
}

/**
 * A key in full: the one in use, where none is named.
 * @throws {ProblemError} `unknown-key`, and as `Vault.open`
 */
export const plainKey = (profile: Profile, id: string | undefined, vault: Vault): string =>
  id === undefined ? profile.relay.key : openKey(profile, keyWithId(profile, id), vault)

/** The profile with another of its keys in use. */
export const withActiveKey = (profile: Profile, id: string, vault: Vault): Profile =>
  withKeys(profile, profile.relay.keys ?? [], keyWithId(profile, id).id, vault)
