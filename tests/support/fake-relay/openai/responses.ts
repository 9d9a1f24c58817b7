import { pieces, usageOf } from '../answer'
import type { Exchange } from '../exchange'
import { forKnownModel } from '../guard-model'
import { flagField } from '../json'
import { jsonReply, namedEvent, type Reply, sseReply } from '../reply'

const itemId = 'msg_fake'
const place = { item_id: itemId, output_index: 0, content_index: 0 }

/** POST /v1/responses. */
export const responses = forKnownModel(['model', 'input'], (exchange) =>
  flagField(exchange.body, 'stream') ? stream(exchange) : jsonReply(200, response(exchange, 'completed')),
)

function stream(exchange: Exchange): Reply {
  const text = exchange.answer
  const steps: readonly (readonly [string, object])[] = [
    ['response.created', { response: response(exchange, 'in_progress') }],
    ['response.in_progress', { response: response(exchange, 'in_progress') }],
    ['response.output_item.added', { output_index: 0, item: item('in_progress', []) }],
    ['response.content_part.added', { ...place, part: part('') }],
    ...pieces(text).map((delta) => ['response.output_text.delta', { ...place, delta }] as const),
    ['response.output_text.done', { ...place, text }],
    ['response.content_part.done', { ...place, part: part(text) }],
    ['response.output_item.done', { output_index: 0, item: item('completed', [part(text)]) }],
    ['response.completed', { response: response(exchange, 'completed') }],
  ]
  const events = steps.map(([name, fields], index) => namedEvent(name, { sequence_number: index, ...fields }))
  return sseReply(events, exchange.gapMs)
}

function response(exchange: Exchange, status: 'in_progress' | 'completed') {
  const done = status === 'completed'
  return {
    id: 'resp_fake',
    object: 'response',
    created_at: 1_700_000_000,
    status,
    error: null,
    model: exchange.model,
    output: done ? [item(status, [part(exchange.answer)])] : [],
    usage: done ? usage(exchange) : null,
  }
}

function item(status: string, content: readonly object[]) {
  return { id: itemId, type: 'message', status, role: 'assistant', content }
}

function part(text: string) {
  return { type: 'output_text', text, annotations: [] }
}

function usage(exchange: Exchange) {
  const { input, output } = usageOf(exchange.body, exchange.answer)
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + output,
  }
}
