import { jsonReply, type Reply } from './reply'
import type { Protocol } from './types'

export interface ErrorInfo {
  readonly status: number
  readonly message: string
  /** Machine-readable code, where the protocol has a place for one. */
  readonly code?: string
}

const anthropicTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  405: 'invalid_request_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
}

const geminiStatuses: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  402: 'FAILED_PRECONDITION',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'UNIMPLEMENTED',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

/** An error's body in the shape of one protocol. */
export function errorBody(protocol: Protocol, error: ErrorInfo): unknown {
  const { status, message, code } = error
  if (protocol === 'anthropic') {
    const type = anthropicTypes[status] ?? 'api_error'
    return { type: 'error', error: code ? { type, message, code } : { type, message } }
  }
  if (protocol === 'gemini') {
    return { error: { code: status, message, status: geminiStatuses[status] ?? 'INTERNAL' } }
  }
  const type = status >= 500 ? 'server_error' : 'invalid_request_error'
  return { error: { message, type, param: null, code: code ?? null } }
}

/** An error answer in the shape of one protocol. */
export function errorReply(protocol: Protocol, error: ErrorInfo): Reply {
  return jsonReply(error.status, errorBody(protocol, error))
}

/** 401, in each vendor's words. */
export function wrongKey(protocol: Protocol, sent: boolean): Reply {
  const messages: Readonly<Record<Protocol, string>> = {
    openai: sent ? 'Incorrect API key provided.' : "You didn't provide an API key.",
    anthropic: sent ? 'invalid x-api-key' : 'x-api-key header is required',
    gemini: sent ? 'API key not valid. Please pass a valid API key.' : 'API key is missing.',
  }
  return errorReply(protocol, {
    status: 401,
    message: messages[protocol],
    ...(protocol === 'openai' ? { code: 'invalid_api_key' } : {}),
  })
}

/** 404 for a model that this relay does not have. */
export function unknownModel(protocol: Protocol, model: string): Reply {
  const message =
    protocol === 'gemini'
      ? `models/${model} is not found for API version v1beta`
      : `The model \`${model}\` does not exist or you do not have access to it.`
  return errorReply(protocol, { status: 404, message, code: 'model_not_found' })
}

/** 404 for a path that no route serves, as common relay software words it. */
export function unknownPath(method: string, path: string): Reply {
  return errorReply('openai', { status: 404, message: `Invalid URL (${method} ${path})` })
}

/** 405 for a known path. */
export function wrongMethod(protocol: Protocol, method: string, allow: string): Reply {
  const reply = errorReply(protocol, { status: 405, message: `Method ${method} not allowed` })
  return { ...reply, headers: { ...reply.headers, allow } }
}

/** 400 for a body that the endpoint cannot use. */
export function badRequest(protocol: Protocol, message: string): Reply {
  return errorReply(protocol, { status: 400, message })
}
