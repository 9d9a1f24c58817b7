import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect, type Socket } from 'node:net'
import type { ConnectionOptions } from 'node:tls'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export const chatHeaders = { authorization: 'Bearer sk-good', 'content-type': 'application/json' }
export const modelsPath = '/v1/models'

/** One request by Node's own client, without keep-alive and without following redirects. */
export function ask(url: string, options: RequestOptions & ConnectionOptions = {}, body?: unknown): Promise<Answer> {
  const send = url.startsWith('https:') ? secureRequest : request
  return new Promise((resolve, reject) => {
    const headers = { ...chatHeaders, connection: 'close', ...options.headers }
    const outgoing = send(url, { agent: false, ...options, headers, method: body === undefined ? 'GET' : 'POST' }, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('error', reject)
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) }))
    })
    outgoing.on('error', reject)
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** The code of the error that a promise fails with; `none` if it does not fail. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  )
}

/** All that a server says to these bytes until it closes, or until `ms` have passed; the last word is how it ended. */
export function say(port: number, bytes: string | Uint8Array, ms = 5000): Promise<{ readonly said: string; readonly end: string }> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const done = (end: string) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ said: Buffer.concat(parts).toString('latin1'), end })
    }
    const timer = setTimeout(() => done('silence'), ms)
    socket.on('data', (part) => parts.push(part))
    socket.on('end', () => done('fin'))
    socket.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? ''))
  })
}

/** How a TCP connect ends: `connect`, an error's code, or `silence` after `ms`. */
export function tcp(port: number, ms: number, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, host)
    const done = (end: string) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(end)
    }
    const timer = setTimeout(() => done('silence'), ms)
    socket.once('connect', () => done('connect'))
    socket.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? ''))
  })
}
