import { chunkText } from '../reply'
import type { FaultDefinition } from './fault'

/** TCP reset: before the headers (default) or after the first part of the body. */
export interface ResetFault {
  readonly kind: 'reset'
  readonly at?: 'before-headers' | 'in-body'
}

export const resetFault: FaultDefinition<ResetFault> = {
  apply(reply, { at = 'before-headers' }) {
    if (at === 'before-headers') return { ...reply, sendHeaders: false, ending: 'reset' }
    const first = chunkText(reply.chunks[0] ?? '')
    const half = first.slice(0, Math.ceil(first.length / 2))
    return { ...reply, chunks: half === '' ? [] : [half], ending: 'reset' }
  },
}
