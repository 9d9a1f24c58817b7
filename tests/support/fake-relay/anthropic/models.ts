import type { Exchange } from '../exchange'
import { jsonReply, type Reply } from '../reply'

/** GET /v1/models for clients that send Anthropic's headers. */
export function anthropicModels(exchange: Exchange): Reply {
  const data = exchange.models.map((id) => ({
    type: 'model',
    id,
    display_name: id,
    created_at: '2025-01-01T00:00:00Z',
  }))
  const ends = { first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null }
  return jsonReply(200, { data, has_more: false, ...ends })
}
