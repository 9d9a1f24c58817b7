import { protocolNames } from '../../../../shared/model/probe'
import type { Piece, WireProtocol } from '../plan'
import { errorText, fields, list, words } from './read'

function readEvent(data: unknown): Piece {
  if (data === '[DONE]') return { done: true }
  const { choices, model, error } = fields(data)
  if (error) return { error: errorText(error) ?? 'error' }
  const { delta, finish_reason: reason } = fields(list(choices)[0])
  return {
    text: words(fields(delta).content),
    model: words(model),
    ...(words(reason) && { done: true }),
    ...((reason === 'length' || reason === 'content_filter') && { stopped: String(reason) }),
  }
}

function readWhole(body: unknown): Piece | undefined {
  const { choices, model } = fields(body)
  const { message, finish_reason: reason } = fields(list(choices)[0])
  if (typeof message !== 'object' || message === null) return undefined
  return { text: words(fields(message).content), model: words(model), done: true, ...(reason === 'length' && { stopped: 'length' }) }
}

/** Chat Completions. No limit of tokens: newer models refuse `max_tokens`, older ones its successor. */
export const openaiChat: WireProtocol = {
  id: 'openai-chat',
  label: protocolNames['openai-chat'],
  headers: {},
  modelsPath: '/models',
  ask: (model, prompt) => ({ path: '/chat/completions', body: { model, messages: [{ role: 'user', content: prompt }], stream: true } }),
  hollow: (model) => ({ path: '/chat/completions', body: { model } }),
  readEvent,
  last: /^data: ?\[DONE\]/m,
  readWhole,
}
