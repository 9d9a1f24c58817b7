import type { FaultDefinition } from './fault'
import { truncatedStreamFault } from './truncated-stream'

/** Headers and a first part arrive, then silence. */
export interface HangInBodyFault {
  readonly kind: 'hang-in-body'
  /** Events that still arrive; default: half of them. A plain body stops half way. */
  readonly after?: number
}

export const hangInBodyFault: FaultDefinition<HangInBodyFault> = {
  apply: (reply, { after }, request) => truncatedStreamFault.apply(reply, { kind: 'truncated-stream', after, ending: 'hang' }, request),
}
