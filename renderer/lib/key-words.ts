import type { TFunction } from 'i18next'
import { type KeyExpiry, keyExpiry } from '../../shared/model/key-expiry'
import type { KeyView, ProfileView } from '../../shared/model/profile'

const MOST_OFFERED = 5

/** What a key is called: its label, else its last letters. */
export const keyName = ({ label, masked }: KeyView): string => label ?? masked

export const activeKey = ({ relay }: ProfileView): KeyView | undefined => relay.keys?.find(({ active }) => active)

/** Names the key in use where there is a choice. */
export function keyOfSeveral(profile: ProfileView): string | undefined {
  const key = activeKey(profile)
  return key && (profile.relay.keys?.length ?? 0) > 1 ? keyName(key) : undefined
}

/** Keys to offer for a switch in one click: not the one in use, not those that have ended, and no more than a menu can hold. */
export const spareKeys = ({ relay }: ProfileView): readonly KeyView[] =>
  (relay.keys ?? []).filter((key) => !key.active && keyExpiry(key.expiresAt, new Date())?.state !== 'expired').slice(0, MOST_OFFERED)

/** When a key ends, in words; undefined while it is far off, or not known. */
export function expiryWords(
  key: KeyView | undefined,
  t: TFunction,
): { readonly state: KeyExpiry['state']; readonly text: string } | undefined {
  const expiry = keyExpiry(key?.expiresAt, new Date())
  if (expiry === undefined || expiry.state === 'fine') return undefined
  const { state, days } = expiry
  if (state === 'expired') return { state, text: t('profileKeys.expired') }
  return { state, text: days === 0 ? t('profileKeys.expiresToday') : t('profileKeys.expiresIn', { count: days }) }
}
