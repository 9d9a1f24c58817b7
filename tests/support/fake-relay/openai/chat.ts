import { pieces, usageOf } from '../answer'
import type { Exchange } from '../exchange'
import { forKnownModel } from '../guard-model'
import { flagField, isObject } from '../json'
import { dataEvent, jsonReply, type Reply, sseReply } from '../reply'

/** POST /v1/chat/completions. */
export const chatCompletions = forKnownModel(['model', 'messages'], (exchange) =>
  flagField(exchange.body, 'stream') ? stream(exchange) : whole(exchange),
)

function whole(exchange: Exchange): Reply {
  const message = { role: 'assistant', content: exchange.answer }
  return jsonReply(200, {
    ...head(exchange, 'chat.completion'),
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage: usage(exchange),
  })
}

function stream(exchange: Exchange): Reply {
  const chunk = (delta: object, finish: string | null = null) =>
    dataEvent({
      ...head(exchange, 'chat.completion.chunk'),
      choices: [{ index: 0, delta, finish_reason: finish }],
    })
  const events = [
    chunk({ role: 'assistant', content: '' }),
    ...pieces(exchange.answer).map((content) => chunk({ content })),
    chunk({}, 'stop'),
    ...usageChunk(exchange),
    'data: [DONE]\n\n',
  ]
  return sseReply(events, exchange.gapMs)
}

function usageChunk(exchange: Exchange): readonly string[] {
  const options = isObject(exchange.body) ? exchange.body.stream_options : undefined
  if (!flagField(options, 'include_usage')) return []
  const value = { ...head(exchange, 'chat.completion.chunk'), choices: [], usage: usage(exchange) }
  return [dataEvent(value)]
}

function head(exchange: Exchange, object: string) {
  return { id: 'chatcmpl-fake', object, created: 1_700_000_000, model: exchange.model }
}

function usage(exchange: Exchange) {
  const { input, output } = usageOf(exchange.body, exchange.answer)
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
}
