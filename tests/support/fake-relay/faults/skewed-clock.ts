import type { FaultDefinition } from './fault'

/** A healthy answer whose Date header is off, as if the server's clock (or ours) were wrong. */
export interface SkewedClockFault {
  readonly kind: 'skewed-clock'
  /** Positive: the server is ahead. */
  readonly seconds: number
}

export const skewedClockFault: FaultDefinition<SkewedClockFault> = {
  apply: (reply, { seconds }) => ({
    ...reply,
    headers: { ...reply.headers, date: new Date(Date.now() + seconds * 1000).toUTCString() },
  }),
}
