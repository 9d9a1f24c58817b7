import { pageHeaders } from '../core/page-headers'

/** Sent with every answer. */
export const securityHeaders = { ...pageHeaders, 'X-Frame-Options': 'DENY', 'Cache-Control': 'no-store' } as const
