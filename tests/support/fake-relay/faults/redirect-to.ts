import { textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** One redirect to a place of your choice: to https, to another host (a client must not take its key there), with or without the method. */
export interface RedirectToFault {
  readonly kind: 'redirect-to'
  /** Absolute, or a path of this host. `<path>` stands for the path and query asked for. */
  readonly location: string
  /** Default 301, which turns POST into GET in most clients. */
  readonly status?: 301 | 302 | 303 | 307 | 308
}

export const redirectToFault: FaultDefinition<RedirectToFault> = {
  apply(_reply, { location, status = 301 }, request) {
    const query = new URLSearchParams(request.query).toString()
    const made = textReply(status, 'text/html', '')
    return { ...made, headers: { ...made.headers, location: location.replace('<path>', `${request.path}${query && `?${query}`}`) } }
  },
}
