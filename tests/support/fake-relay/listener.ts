import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server, createSecureServer } from 'node:http2'
import { createServer as createHttpsServer } from 'node:https'
import type { Server, Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'

type RequestHandler = (message: IncomingMessage, response: ServerResponse) => void

/** The server below a relay, not yet listening. */
export interface RelayListener {
  readonly scheme: 'http' | 'https'
  createServer(handle: RequestHandler): Server
}

/** HTTP/1.1 in clear text. */
export const plainListener: RelayListener = { scheme: 'http', createServer }

/** HTTP/1.1 over TLS; `options` as for `https.createServer`. */
export function tlsListener(options: TlsOptions): RelayListener {
  return { scheme: 'https', createServer: (handle) => createHttpsServer(options, handle) }
}

/**
 * HTTP/2 over TLS and nothing else: a client that offers something else gets the TLS alert
 * "no application protocol" (EPROTO in node:https), one that offers nothing a 403 "Missing ALPN Protocol".
 */
export function http2Listener(options: TlsOptions): RelayListener {
  return { scheme: 'https', createServer: (handle) => createSecureServer({ ...options, allowHTTP1: false }, compatible(handle)) }
}

/** HTTP/2 in clear text with prior knowledge; HTTP/1.1 is a protocol error. */
export const clearHttp2Listener: RelayListener = { scheme: 'http', createServer: (handle) => createHttp2Server(compatible(handle)) }

export interface Connections {
  /** TCP reset of the connection below a request, through TLS too. */
  reset(socket: Socket | null): void
  /** Drops every connection, of any protocol, and stops listening. */
  close(): Promise<void>
}

/** Follows a server's connections. Node cannot reset a TLS socket, so the TCP socket below is found by its far end. */
export function trackConnections(server: Server): Connections {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    reset(wanted) {
      for (const socket of sockets) {
        if (socket.remotePort === wanted?.remotePort) socket.resetAndDestroy()
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Node's HTTP/2 requests and answers have the interface of HTTP/1.1's, though not their types (https://nodejs.org/api/http2.html#compatibility-api). */
function compatible(handle: RequestHandler) {
  return (message: unknown, response: unknown) => handle(message as IncomingMessage, response as ServerResponse)
}
