import { loginPage } from '../pages'
import { textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** Sends the client to a login page, as captive portals and single sign-on do. Every relay serves `GET /login`, so the page is reached in any scope. */
export interface RedirectLoginFault {
  readonly kind: 'redirect-login'
  /** Default 302. */
  readonly status?: 302 | 303 | 307
}

export const redirectLoginFault: FaultDefinition<RedirectLoginFault> = {
  apply(_reply, { status = 302 }, request) {
    if (request.path === loginPage.path) return loginPage.reply()
    const made = textReply(status, 'text/html', '')
    return { ...made, headers: { ...made.headers, location: `${loginPage.path}?next=${encodeURIComponent(request.path)}` } }
  },
}
