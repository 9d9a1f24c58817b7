import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Limits } from './limits'

/** How long a connection may wait for its next request, in milliseconds. */
export const KEEP_ALIVE = 5_000
/** Node checks its own time limits on an interval that never rests (http.createServer, connectionsCheckingInterval); this is the longest there is. */
export const NEVER = 2 ** 31 - 1

/**
 * Ends connections whose headers or whole request do not arrive in time (slow-loris). A timer runs only while something is awaited, so an idle
 * server sleeps.
 * @param opened the event of a connection that requests can come through; the time before it is the TLS server's own to limit
 */
export function setDeadlines(server: Server, opened: 'connection' | 'secureConnection', { headersTime, requestTime }: Limits): void {
  const timers = new WeakMap<Socket, NodeJS.Timeout>()
  const clear = (socket: Socket) => clearTimeout(timers.get(socket))
  const within = (socket: Socket, time: number, isDone = () => false) => {
    clear(socket)
    timers.set(
      socket,
      setTimeout(() => isDone() || timeOut(socket), time),
    )
  }
  server.on(opened, (socket: Socket) => {
    within(socket, headersTime)
    socket.once('close', () => clear(socket))
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    // A long answer (events) outlives the limit: only the request must be whole by then.
    within(socket, requestTime, () => request.complete)
    response.once('finish', () => within(socket, KEEP_ALIVE + headersTime))
  })
}

function timeOut(socket: Socket): void {
  if (socket.writable && socket.bytesWritten === 0) socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
  socket.destroySoon()
}
