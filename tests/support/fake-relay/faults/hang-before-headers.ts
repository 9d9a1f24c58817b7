import type { FaultDefinition } from './fault'

/** Takes the request and never answers. */
export interface HangBeforeHeadersFault {
  readonly kind: 'hang-before-headers'
}

export const hangBeforeHeadersFault: FaultDefinition<HangBeforeHeadersFault> = {
  apply: (reply) => ({ ...reply, sendHeaders: false, ending: 'hang' }),
}
