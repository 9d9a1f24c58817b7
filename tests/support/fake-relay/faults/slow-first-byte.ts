import type { FaultDefinition } from './fault'

/** A healthy answer that starts late: late headers (default), or headers at once and a late body. */
export interface SlowFirstByteFault {
  readonly kind: 'slow-first-byte'
  readonly ms: number
  readonly at?: 'headers' | 'body'
}

export const slowFirstByteFault: FaultDefinition<SlowFirstByteFault> = {
  apply: (reply, { ms, at = 'headers' }) => (at === 'headers' ? { ...reply, headersAfterMs: ms } : { ...reply, firstChunkAfterMs: ms }),
}
