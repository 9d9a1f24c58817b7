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

/** Sends a refusal, and closes the connection where the rest of the request was not read. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const headers: Record<string, string> = response.req.complete ? {} : { Connection: 'close' }
  if (refusal.status === 405) headers.Allow = 'GET, HEAD, POST'
  sendReply(response, refusal.status, { ok: false, error: refusal.problem }, headers)
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
