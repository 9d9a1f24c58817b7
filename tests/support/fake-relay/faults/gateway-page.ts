import { textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** A server error as the web server in front of the relay words it: HTML, not the protocol's error object. */
export interface GatewayPageFault {
  readonly kind: 'gateway-page'
  readonly status: 500 | 502 | 503 | 504
}

const titles = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
} as const

export const gatewayPageFault: FaultDefinition<GatewayPageFault> = {
  apply(_reply, { status }) {
    const title = `${status} ${titles[status]}`
    const head = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n`
    const made = textReply(status, 'text/html', `${head}<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n`)
    return { ...made, headers: { ...made.headers, server: 'nginx/1.24.0' } }
  },
}
