import type { ServerResponse } from 'node:http'
import type { Reply } from '../../shared/transport'
import { securityHeaders } from './headers'
import type { Refusal } from './refusal'

/** Sends a reply as JSON; further headers may set a cookie. */
export function sendReply(response: ServerResponse, status: number, reply: Reply, headers: Readonly<Record<string, string>> = {}): void {
  response
    .writeHead(status, { ...securityHeaders, 'Content-Type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(reply))
}

/** How long the rest of a refused request is taken in, in milliseconds. */
const LINGER = 1_000

/**
 * Sends a refusal, and closes the connection where the rest of the request was not read. Not at once: a system that gets more bytes for a closed
 * connection resets it, and who is still sending never sees the answer.
 */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const { req: request } = response
  const allow: Record<string, string> = refusal.status === 405 ? { Allow: 'GET, HEAD, POST' } : {}
  if (request.complete) {
    sendReply(response, refusal.status, { ok: false, error: refusal.problem }, allow)
    return
  }
  const body = JSON.stringify({ ok: false, error: refusal.problem } satisfies Reply)
  response.writeHead(refusal.status, {
    ...securityHeaders,
    ...allow,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  })
  response.write(request.method === 'HEAD' ? '' : body)
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, LINGER)
  request.once('end', end).once('close', end).resume()
}

/** Sends a text or the bytes of a file. */
export function sendContent(
  response: ServerResponse,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) }
  response
    .writeHead(200, { ...securityHeaders, 'Content-Type': type, ...length, ...headers })
    .end(response.req.method === 'HEAD' ? undefined : body)
}
