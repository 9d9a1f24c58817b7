import { badRequest, unknownModel } from './errors'
import type { Exchange, Handler } from './exchange'
import { isObject } from './json'

/** Wraps a handler: the body must be an object with these fields, and the model one of the relay's. */
export function forKnownModel(required: readonly string[], handler: Handler): Handler {
  return (exchange) => {
    if (!isObject(exchange.body)) {
      return badRequest(exchange.protocol, 'The body is not a JSON object.')
    }
    const missing = required.find((field) => !hasField(exchange, field))
    if (missing !== undefined) {
      return badRequest(exchange.protocol, `${missing}: Field required`)
    }
    if (!exchange.models.includes(exchange.model)) {
      return unknownModel(exchange.protocol, exchange.model)
    }
    return handler(exchange)
  }
}

function hasField(exchange: Exchange, field: string): boolean {
  return isObject(exchange.body) && exchange.body[field] !== undefined
}
