import { bodyText, type Ending, isStream, type Reply, withoutLength } from '../reply'
import type { FaultDefinition } from './fault'

/** Stops early: as if complete (`end`, default), by FIN (`cut`), by reset, or in silence (`hang`). */
export interface TruncatedStreamFault {
  readonly kind: 'truncated-stream'
  /** Events that still arrive; default: half of them. */
  readonly after?: number
  readonly ending?: Ending
}

export const truncatedStreamFault: FaultDefinition<TruncatedStreamFault> = {
  apply(reply, { after, ending = 'end' }) {
    if (!isStream(reply)) return truncatedBody(reply, ending)
    const kept = after ?? Math.floor(reply.chunks.length / 2)
    return { ...reply, chunks: reply.chunks.slice(0, kept), ending }
  },
}

/** A plain body loses its second half; if it ends properly, its length must not be announced. */
function truncatedBody(reply: Reply, ending: Ending): Reply {
  const text = bodyText(reply)
  const chunks = [text.slice(0, Math.ceil(text.length / 2))].filter((chunk) => chunk !== '')
  const spoiled = { ...reply, chunks, ending }
  return ending === 'end' ? withoutLength(spoiled) : spoiled
}
