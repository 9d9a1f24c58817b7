import { errorReply } from '../errors'
import type { FaultDefinition } from './fault'

/** 429, with the headers that are asked for. */
export interface RateLimitFault {
  readonly kind: 'rate-limit'
  /** Seconds, or an HTTP date as text; no header if left out. */
  readonly retryAfter?: number | string
  /** Whose remaining-quota headers to send; none if left out. */
  readonly headers?: 'openai' | 'anthropic'
  readonly message?: string
  readonly code?: string
}

/** https://platform.openai.com/docs/guides/rate-limits and https://docs.claude.com/en/api/rate-limits */
const quota: Readonly<Record<'openai' | 'anthropic', Readonly<Record<string, string>>>> = {
  openai: {
    'x-ratelimit-limit-requests': '60',
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '6m0s',
    'x-ratelimit-limit-tokens': '150000',
    'x-ratelimit-remaining-tokens': '149984',
    'x-ratelimit-reset-tokens': '1s',
  },
  anthropic: {
    'anthropic-ratelimit-requests-limit': '50',
    'anthropic-ratelimit-requests-remaining': '0',
    'anthropic-ratelimit-requests-reset': '2030-01-01T00:00:00Z',
  },
}

export const rateLimitFault: FaultDefinition<RateLimitFault> = {
  apply(_reply, fault, request) {
    const { retryAfter, message = 'Rate limit reached for requests', code = 'rate_limit_exceeded' } = fault
    const made = errorReply(request.protocol ?? 'openai', { status: 429, message, code })
    const wait: Readonly<Record<string, string>> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
    return { ...made, headers: { ...made.headers, ...wait, ...(fault.headers ? quota[fault.headers] : {}) } }
  },
}
