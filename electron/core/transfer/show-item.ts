import type { Profile } from '../../../shared/model/profile'
import type { TransferItem } from '../../../shared/model/transfer'
import { ProblemError } from '../../../shared/transport'
import { maskKey } from '../mask-key'
import type { Candidate, PortableKey } from './portable'

/** A candidate as it may be shown, and the present profile of its name. */
export function itemOf(
  { profile, notices, risks }: Candidate,
  at: number,
  other: Profile | undefined,
  open: (profile: Profile) => readonly PortableKey[],
): TransferItem {
  const { name, relay, tools } = profile
  return {
    id: String(at),
    name,
    url: relay.url,
    endpoints: relay.endpoints ?? [],
    keys: relay.keys.map(({ key, label }) => ({ masked: maskKey(key), ...(label !== undefined && { label }) })),
    tools: Object.entries(tools).flatMap(([id, { enabled }]) => (enabled ? [id] : [])),
    ...(other !== undefined && { conflict: { id: other.id, name: other.name, same: isSame(other, relay.url, relay.keys, open) } }),
    notices,
    risks,
  }
}

/** False also where the present keys cannot be opened. */
function isSame(other: Profile, url: string, keys: readonly PortableKey[], open: (profile: Profile) => readonly PortableKey[]): boolean {
  if (other.relay.url !== url) return false
  try {
    const mine = new Set(open(other).map(({ key }) => key))
    return mine.size === keys.length && keys.every(({ key }) => mine.has(key))
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}
