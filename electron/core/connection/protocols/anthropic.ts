import { protocolNames } from '../../../../shared/model/probe'
import type { Piece, WireProtocol } from '../plan'
import { errorText, fields, list, string, words } from './read'

function readEvent(data: unknown): Piece {
  const { type, message, delta, error } = fields(data)
  if (type === 'message_start') return { model: words(fields(message).model) }
  if (type === 'content_block_delta') return { text: words(fields(delta).text) }
  if (type === 'message_delta') {
    const reason = words(fields(delta).stop_reason)
    return reason === 'max_tokens' || reason === 'refusal' ? { stopped: reason } : {}
  }
  if (type === 'message_stop') return { done: true }
  return type === 'error' || error ? { error: errorText(error) ?? errorText(data) ?? 'error' } : {}
}

function readWhole(body: unknown): Piece | undefined {
  const { type, content, model, stop_reason: reason } = fields(body)
  if (type !== 'message' || !Array.isArray(content)) return undefined
  const text = list(content).flatMap((block) => string(fields(block).text) ?? [])
  return { text: text.join('') || undefined, model: words(model), done: true, ...(reason === 'max_tokens' && { stopped: 'max_tokens' }) }
}

/** Messages API, version 2023-06-01. `max_tokens` must be given; 16 let every model say one word. */
export const anthropic: WireProtocol = {
  id: 'anthropic',
  label: protocolNames.anthropic,
  headers: { 'anthropic-version': '2023-06-01' },
  // Claude Code 2.1.330 asks with this limit; without it the list ends after 20.
  modelsPath: '/models?limit=1000',
  ask: (model, prompt) => ({
    path: '/messages',
    body: { model, max_tokens: prompt.length > 30 ? 256 : 16, messages: [{ role: 'user', content: prompt }], stream: true },
  }),
  hollow: (model) => ({ path: '/messages', body: { model } }),
  readEvent,
  last: /"type":\s*"message_stop"/,
  readWhole,
}
