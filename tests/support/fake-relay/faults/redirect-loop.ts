import { textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** Every answer sends the client to the same place again; with `hops`, a healthy answer comes after so many. */
export interface RedirectLoopFault {
  readonly kind: 'redirect-loop'
  /** Default 307, which keeps method and body. */
  readonly status?: 301 | 302 | 303 | 307 | 308
  readonly hops?: number
}

export const redirectLoopFault: FaultDefinition<RedirectLoopFault> = {
  apply(reply, { status = 307, hops = Number.POSITIVE_INFINITY }, request) {
    const hop = Number(request.query.hop ?? '0')
    if (hop >= hops) return reply
    const query = new URLSearchParams({ ...request.query, hop: String(hop + 1) })
    const made = textReply(status, 'text/plain', '')
    return { ...made, headers: { ...made.headers, location: `${request.path}?${query}` } }
  },
}
