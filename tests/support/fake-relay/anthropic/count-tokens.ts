import { countTokens as count } from '../answer'
import { forKnownModel } from '../guard-model'
import { jsonReply } from '../reply'

/** POST /v1/messages/count_tokens. */
export const countMessageTokens = forKnownModel(['model', 'messages'], (exchange) => jsonReply(200, { input_tokens: count(exchange.body) }))
