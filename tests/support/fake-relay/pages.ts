import { type Reply, textReply } from './reply'

/** The web console's login page, which stands at the root of the host, whatever the relay's prefix. */
export const loginPage = {
  path: '/login',
  reply: (): Reply =>
    textReply(
      200,
      'text/html; charset=utf-8',
      '<!doctype html>\n<html><head><title>Sign in</title></head><body><form method="post" action="/login">' +
        '<input name="username"><input name="password" type="password"><button>Sign in</button></form></body></html>\n',
    ),
} as const
