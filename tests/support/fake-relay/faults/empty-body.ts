import type { FaultDefinition } from './fault'

/** Right status and content type, no body. */
export interface EmptyBodyFault {
  readonly kind: 'empty-body'
}

export const emptyBodyFault: FaultDefinition<EmptyBodyFault> = {
  apply: (reply) => ({
    ...reply,
    headers: { ...reply.headers, 'content-length': '0' },
    chunks: [],
  }),
}
