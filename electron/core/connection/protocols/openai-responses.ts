import { protocolNames } from '../../../../shared/model/probe'
import type { Piece, WireProtocol } from '../plan'
import { errorText, fields, list, string, words } from './read'

function readEvent(data: unknown): Piece {
  const { type, delta, response, error } = fields(data)
  const { model } = fields(response)
  if (type === 'response.output_text.delta') return { text: words(delta) }
  if (type === 'response.completed') return { done: true, model: words(model) }
  if (type === 'response.incomplete')
    return { done: true, model: words(model), stopped: words(fields(fields(response).incomplete_details).reason) ?? 'incomplete' }
  if (type === 'response.failed') return { error: errorText(fields(response).error) ?? 'response.failed' }
  if (type === 'error' || error) return { error: errorText(error) ?? errorText(data) ?? 'error' }
  return { model: words(model) }
}

function readWhole(body: unknown): Piece | undefined {
  const { object, output, model, status } = fields(body)
  if (object !== 'response' || !Array.isArray(output)) return undefined
  const parts = list(output).flatMap((item) => list(fields(item).content))
  const text = parts.flatMap((part) => string(fields(part).text) ?? [])
  return { text: text.join('') || undefined, model: words(model), done: status === 'completed' || status === 'incomplete' }
}

/** Responses API, the only one that Codex speaks (0.98 to 0.169). No limit of tokens: reasoning models would spend it before the first word. */
export const openaiResponses: WireProtocol = {
  id: 'openai-responses',
  label: protocolNames['openai-responses'],
  headers: {},
  modelsPath: '/models',
  ask: (model, prompt) => ({ path: '/responses', body: { model, input: [{ role: 'user', content: prompt }], stream: true } }),
  hollow: (model) => ({ path: '/responses', body: { model } }),
  readEvent,
  last: /"type":\s*"response\.(?:completed|incomplete|failed)"/,
  readWhole,
}
