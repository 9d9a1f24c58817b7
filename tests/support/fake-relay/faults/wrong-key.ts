import { wrongKey } from '../errors'
import type { FaultDefinition } from './fault'

/** 401 for a key that is right, in each vendor's words. With a scope of one `keyKind`: a relay that takes the other header only. */
export interface WrongKeyFault {
  readonly kind: 'wrong-key'
}

export const wrongKeyFault: FaultDefinition<WrongKeyFault> = {
  apply: (_reply, _fault, request) => wrongKey(request.protocol ?? 'openai', request.credential !== null),
}
