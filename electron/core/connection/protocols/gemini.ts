import { protocolNames } from '../../../../shared/model/probe'
import type { Piece, WireProtocol } from '../plan'
import { errorText, fields, list, string, words } from './read'

function readEvent(data: unknown): Piece {
  const { candidates, modelVersion, error, promptFeedback } = fields(data)
  if (error) return { error: errorText(error) ?? 'error' }
  const { content, finishReason } = fields(list(candidates)[0])
  const text = list(fields(content).parts).flatMap((part) => (fields(part).thought === true ? [] : (string(fields(part).text) ?? [])))
  const blocked = words(fields(promptFeedback).blockReason)
  const reason = words(finishReason) ?? blocked
  return {
    text: text.join('') || undefined,
    model: words(modelVersion),
    ...(reason && { done: true }),
    ...(reason && reason !== 'STOP' && { stopped: reason }),
  }
}

function readWhole(body: unknown): Piece | undefined {
  if (Array.isArray(body)) {
    const pieces = body.map(readEvent)
    const text = pieces.map((piece) => piece.text ?? '').join('')
    return pieces.length === 0 ? undefined : { ...Object.assign({}, ...pieces), text: text || undefined }
  }
  return Array.isArray(fields(body).candidates) ? readEvent(body) : undefined
}

const pathOf = (model: string): string => `/models/${encodeURIComponent(model)}:streamGenerateContent?alt=sse`

/** Gemini API v1beta, as Gemini CLI 0.61 asks. No limit of tokens: thinking models would spend it before the first word. */
export const geminiWire: WireProtocol = {
  id: 'gemini',
  label: protocolNames.gemini,
  headers: {},
  modelsPath: '/models?pageSize=1000',
  ask: (model, prompt) => ({ path: pathOf(model), body: { contents: [{ role: 'user', parts: [{ text: prompt }] }] } }),
  hollow: (model) => ({ path: pathOf(model), body: {} }),
  readEvent,
  last: /"finishReason":\s*"/,
  readWhole,
}
