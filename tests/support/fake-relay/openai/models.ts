import type { Exchange } from '../exchange'
import { jsonReply, type Reply } from '../reply'

/** GET /v1/models. */
export function openaiModels(exchange: Exchange): Reply {
  const data = exchange.models.map((id) => ({
    id,
    object: 'model',
    created: 1_700_000_000,
    owned_by: 'fake-relay',
  }))
  return jsonReply(200, { object: 'list', data })
}
