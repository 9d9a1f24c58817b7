import { bodyText, chunkText, isStream, textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** Complete as HTTP, broken as JSON: the body, or the data of every event, stops half way. */
export interface MalformedJsonFault {
  readonly kind: 'malformed-json'
}

export const malformedJsonFault: FaultDefinition<MalformedJsonFault> = {
  apply(reply) {
    if (isStream(reply)) {
      const chunks = reply.chunks.map((chunk) => chunkText(chunk).replace(/^(data: |\[|,\r\n)?(\{.*\})/m, cutData))
      return { ...reply, chunks }
    }
    return textReply(reply.status, reply.headers['content-type'] ?? '', half(bodyText(reply)))
  },
}

function cutData(_all: string, lead: string | undefined, data: string): string {
  return `${lead ?? ''}${half(data)}`
}

function half(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2))
}
