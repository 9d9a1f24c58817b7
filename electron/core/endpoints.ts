import type { Profile } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { readRelayUrl } from './base-url'
import { misused } from './problem'
import { keepKey } from './vault/profile-keys'

/** More than any relay offers. */
const MOST = 20

/**
 * Cleans the further URLs of a relay by the rules of its first: every one becomes its root, and none stands twice. Nothing where none is left.
 * @throws {ProblemError} kind `usage`, naming the URL that cannot be read
 */
export function readEndpoints(written: readonly string[] | undefined, root: string): Pick<Profile['relay'], 'endpoints'> {
  const roots = (written ?? []).filter((url) => url.trim() !== '').map(readOne)
  const endpoints = [...new Set(roots)].filter((url) => url !== root)
  if (endpoints.length > MOST)
    throw misused(
      'too-many-endpoints',
      text(
        `A relay can have ${MOST} further endpoints, not ${endpoints.length}.`,
        `一个中转最多 ${MOST} 个备用地址，不能是 ${endpoints.length} 个。`,
      ),
      text('Keep those that you use.', '请只保留常用的地址。'),
    )
  return { endpoints: endpoints.length > 0 ? endpoints : undefined }
}

function readOne(written: string): string {
  const read = readRelayUrl(written)
  if (!('problem' in read)) return read.root
  const shown = written.trim().slice(0, 100)
  const { message, hint } = read.problem
  throw misused('bad-url', text(`Endpoint "${shown}": ${message.en}`, `备用地址“${shown}”：${message.zh}`), hint)
}

/** The profile with another of its endpoints in the first place; the one that was there takes its place. Undefined when it has no such endpoint. Pure. */
export function withPrimary({ relay, ...rest }: Profile, url: string): Profile | undefined {
  if (relay.url === url) return { relay, ...rest }
  const { endpoints = [] } = relay
  if (!endpoints.includes(url)) return undefined
  const anew = { ...relay, url, endpoints: endpoints.map((each) => (each === url ? relay.url : each)) }
  return { ...rest, relay: keepKey(anew, relay) }
}
