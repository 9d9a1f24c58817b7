import { errorBody } from '../errors'
import { chunkText, dataEvent, isStream, jsonReply, namedEvent } from '../reply'
import { asksForModels, type FaultDefinition } from './fault'

/** Status 200 with an error object as its body; in a stream, an error event in place of what was still to come. Model lists stay as they are. */
export interface Error200Fault {
  readonly kind: 'error-200'
  /** Events before the error; default: half of them. 0: the stream holds nothing but the error. */
  readonly after?: number
  readonly message?: string
  /** The status that the body claims, in protocols whose errors have a type for it. Default 500. */
  readonly claims?: number
}

export const error200Fault: FaultDefinition<Error200Fault> = {
  apply(reply, { after, message = 'The upstream service failed.', claims = 500 }, request) {
    if (asksForModels(request)) return reply
    const protocol = request.protocol ?? 'openai'
    const body = errorBody(protocol, { status: claims, message })
    if (!isStream(reply)) return jsonReply(200, body)
    const kept = reply.chunks.slice(0, after ?? Math.floor(reply.chunks.length / 2))
    if (!reply.headers['content-type']?.startsWith('text/event-stream')) {
      const lead = kept.length === 0 ? '[' : ',\r\n'
      return { ...reply, chunks: [...kept, `${lead}${JSON.stringify(body)}]`] }
    }
    const named = reply.chunks.some((chunk) => chunkText(chunk).startsWith('event: '))
    return { ...reply, chunks: [...kept, named ? namedEvent('error', Object(body)) : dataEvent(body)] }
  },
}
