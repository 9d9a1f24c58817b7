import { countTokens as count, pieces, usageOf } from '../answer'
import { unknownPath } from '../errors'
import type { Exchange } from '../exchange'
import { forKnownModel } from '../guard-model'
import { dataEvent, jsonReply, type Reply, sseReply, streamReply } from '../reply'

/** POST /v1beta/models/{model}:{action}. */
export const geminiAction = forKnownModel(['contents'], (exchange) => {
  if (exchange.action === 'countTokens') {
    return jsonReply(200, { totalTokens: count(exchange.body) })
  }
  if (exchange.action === 'generateContent') {
    return jsonReply(200, { ...candidate(exchange, exchange.answer, true), ...usage(exchange) })
  }
  if (exchange.action === 'streamGenerateContent') return stream(exchange)
  return unknownPath('POST', `/v1beta/models/${exchange.model}:${exchange.action}`)
})

function stream(exchange: Exchange): Reply {
  const texts = pieces(exchange.answer)
  const values = texts.map((text, index) => ({
    ...candidate(exchange, text, index === texts.length - 1),
    ...usage(exchange),
  }))
  if (exchange.query.alt === 'sse') return sseReply(values.map(dataEvent), exchange.gapMs)
  const parts = values.map((value, index) => `${index === 0 ? '[' : ',\r\n'}${JSON.stringify(value)}`)
  return streamReply('application/json; charset=UTF-8', [...parts, ']'], exchange.gapMs)
}

function candidate(exchange: Exchange, text: string, last: boolean) {
  const content = { role: 'model', parts: [{ text }] }
  const only = { content, index: 0, ...(last ? { finishReason: 'STOP' } : {}) }
  return { candidates: [only], modelVersion: exchange.model, responseId: 'fake' }
}

function usage(exchange: Exchange) {
  const { input, output } = usageOf(exchange.body, exchange.answer)
  const counts = { promptTokenCount: input, candidatesTokenCount: output }
  return { usageMetadata: { ...counts, totalTokenCount: input + output } }
}
