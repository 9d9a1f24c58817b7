import { pieces, usageOf } from '../answer'
import type { Exchange } from '../exchange'
import { forKnownModel } from '../guard-model'
import { flagField } from '../json'
import { jsonReply, namedEvent, type Reply, sseReply } from '../reply'

/** POST /v1/messages. */
export const messages = forKnownModel(['model', 'max_tokens', 'messages'], (exchange) =>
  flagField(exchange.body, 'stream') ? stream(exchange) : whole(exchange),
)

function whole(exchange: Exchange): Reply {
  const { input, output } = usageOf(exchange.body, exchange.answer)
  return jsonReply(200, {
    ...head(exchange),
    content: [{ type: 'text', text: exchange.answer }],
    stop_reason: 'end_turn',
    usage: usage(input, output),
  })
}

function stream(exchange: Exchange): Reply {
  const { input, output } = usageOf(exchange.body, exchange.answer)
  const message = { ...head(exchange), content: [], stop_reason: null, usage: usage(input, 1) }
  const delta = { stop_reason: 'end_turn', stop_sequence: null }
  const events = [
    namedEvent('message_start', { message }),
    namedEvent('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    namedEvent('ping', {}),
    ...pieces(exchange.answer).map((text) => namedEvent('content_block_delta', { index: 0, delta: { type: 'text_delta', text } })),
    namedEvent('content_block_stop', { index: 0 }),
    namedEvent('message_delta', { delta, usage: { output_tokens: output } }),
    namedEvent('message_stop', {}),
  ]
  return sseReply(events, exchange.gapMs)
}

function head(exchange: Exchange) {
  return {
    id: 'msg_fake',
    type: 'message',
    role: 'assistant',
    model: exchange.model,
    stop_sequence: null,
  }
}

function usage(input: number, output: number) {
  return {
    input_tokens: input,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: output,
  }
}
