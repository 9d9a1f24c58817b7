import { errorReply } from '../errors'
import { textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** Any status with any headers; the body is the protocol's own error shape unless given. */
export interface StatusFault {
  readonly kind: 'status'
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
  readonly code?: string
  /** Raw body instead of an error object. */
  readonly body?: string
}

export const statusFault: FaultDefinition<StatusFault> = {
  apply(_reply, fault, request) {
    const { status, message = `Fault ${status}`, code } = fault
    const made =
      fault.body === undefined
        ? errorReply(request.protocol ?? 'openai', { status, message, ...(code ? { code } : {}) })
        : textReply(status, 'text/plain; charset=utf-8', fault.body)
    return { ...made, headers: { ...made.headers, ...fault.headers } }
  },
}
