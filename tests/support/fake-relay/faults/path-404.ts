import { unknownPath } from '../errors'
import { textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** No such path: as JSON (default), as nginx's page, or without any body. Scoped to `/models`: a relay without a model list. */
export interface Path404Fault {
  readonly kind: 'path-404'
  readonly as?: 'json' | 'html' | 'empty'
}

const page =
  '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx</center>\r\n'

export const path404Fault: FaultDefinition<Path404Fault> = {
  apply(_reply, { as = 'json' }, request) {
    if (as === 'json') return unknownPath(request.method, request.path)
    return textReply(404, 'text/html', as === 'html' ? `${page}</body>\r\n</html>\r\n` : '')
  },
}
