import type { Recognised } from '../../../shared/model/paste'
import type { Profile, StoredKey } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import type { ProblemError } from '../../../shared/transport'
import { maskKey } from '../mask-key'
import { refused } from '../problem'
import { activeKey, openKey } from '../vault/profile-keys'
import type { Vault } from '../vault/vault'
import type { Recognition } from './recognise'

/** More profiles of one relay than anyone chooses from at a glance. */
const MOST = 20

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
const urlsOf = ({ relay }: Profile): readonly string[] => [relay.url, ...(relay.endpoints ?? [])]

/** True when a profile's relay is at the URL's host, whatever the path: gateways of one operator take the same keys. */
export const isAtHost = (profile: Profile, url: string): boolean => urlsOf(profile).some((own) => hostOf(own) === hostOf(url))

/**
 * The profiles that have the recognised relay: the one that has the key, too, and those that could take it as a further one. A key is opened only
 * where its mask is the same.
 * @throws {ProblemError} as `Vault.open`
 */
export async function sameRelay(
  profiles: readonly Profile[],
  { found: { url }, key }: Recognition,
  vault: Vault,
): Promise<Pick<Recognised, 'known' | 'sameRelay'>> {
  if (url === undefined || key === undefined) return { sameRelay: [] }
  const there = profiles.filter((profile) => isAtHost(profile, url))
  const exact = (profile: Profile): number => (urlsOf(profile).includes(url) ? 0 : 1)
  const masked = maskKey(key)
  if (there.some(({ relay }) => relay.keys?.some((stored) => stored.masked === masked))) await vault.load()
  const keyIn = (profile: Profile): StoredKey | 'unsealed' | undefined =>
    profile.relay.keys === undefined
      ? profile.relay.key === key
        ? 'unsealed'
        : undefined
      : profile.relay.keys.find((stored) => stored.masked === masked && openKey(profile, stored, vault) === key)
  const withKey = there.map((profile) => ({ profile, has: keyIn(profile) })).toSorted((a, b) => exact(a.profile) - exact(b.profile))
  const same = withKey.find(({ has }) => has !== undefined)
  return {
    sameRelay: withKey.flatMap(({ profile: { id, name }, has }) => (has === undefined ? [{ id, name }] : [])).slice(0, MOST),
    ...(same !== undefined && { known: knownOf(same.profile, same.has) }),
  }
}

function knownOf(profile: Profile, has: StoredKey | 'unsealed' | undefined): Recognised['known'] {
  const { id, name } = profile
  if (has === undefined || has === 'unsealed') return { id, name }
  const { sealed: _, ...key } = has
  return { id, name, key: { ...key, active: activeKey(profile) === has } }
}

/** A key must not go where it was not meant for. */
export const otherRelay = (profile: Profile, url: string): ProblemError =>
  refused(
    'other-relay',
    text(
      `The key came with ${hostOf(url)}, but ${profile.name} is at ${hostOf(profile.relay.url)}.`,
      `该密钥与 ${hostOf(url)} 一同粘贴，而 ${profile.name} 的中转站是 ${hostOf(profile.relay.url)}。`,
    ),
    text('Make a profile of its own for it, or paste the key alone.', '请为它新建配置，或只粘贴密钥。'),
  )
