import { chunkText, withBody } from '../reply'
import { asksForModels, type FaultDefinition } from './fault'

/** Answers, but says that another model did. Model lists stay as they are. */
export interface OtherModelFault {
  readonly kind: 'other-model'
  readonly model: string
}

export const otherModelFault: FaultDefinition<OtherModelFault> = {
  apply(reply, { model }, request) {
    if (asksForModels(request)) return reply
    const renamed = (chunk: string) =>
      chunk.replace(/"(model|modelVersion)":"[^"]*"/g, (_all, name) => `"${name}":${JSON.stringify(model)}`)
    return withBody(
      reply,
      reply.chunks.map((chunk) => renamed(chunkText(chunk))),
    )
  },
}
