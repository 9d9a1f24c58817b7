import { bodyText } from '../reply'
import type { FaultDefinition } from './fault'

/** A complete stream that a proxy held back: everything at once, after the time it would have taken. */
export interface BufferedStreamFault {
  readonly kind: 'buffered-stream'
  /** Wait before the burst; default: what the stream would have taken. */
  readonly ms?: number
}

export const bufferedStreamFault: FaultDefinition<BufferedStreamFault> = {
  apply(reply, { ms }) {
    const taken = reply.gapMs * Math.max(0, reply.chunks.length - 1)
    const all = bodyText(reply)
    return { ...reply, headersAfterMs: ms ?? taken, gapMs: 0, chunks: all === '' ? [] : [all] }
  },
}
