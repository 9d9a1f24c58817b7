import type { Exchange } from '../exchange'
import { jsonReply, type Reply } from '../reply'

/** GET /v1beta/models. */
export function geminiModels(exchange: Exchange): Reply {
  const models = exchange.models.map((id) => ({
    name: `models/${id}`,
    version: '001',
    displayName: id,
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ['generateContent', 'streamGenerateContent', 'countTokens'],
  }))
  return jsonReply(200, { models })
}
