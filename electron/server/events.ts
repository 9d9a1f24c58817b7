import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../core/core'
import { securityHeaders } from './headers'

/**
 * Sends every event of the core to one browser, as server-sent events whose data is `{name, payload}`. Dead connections are found by TCP, not by
 * a timer. A browser that does not read is cut off; it connects again by itself and takes the present state.
 */
export function streamEvents(core: Core, request: IncomingMessage, response: ServerResponse, backlog: number): void {
  request.socket.setKeepAlive(true, 30_000)
  request.socket.setNoDelay(true)
  response.writeHead(200, { ...securityHeaders, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
  response.write('retry: 1000\n\n')
  const unsubscribe = core.subscribe((name, payload) => {
    response.write(`data: ${JSON.stringify({ name, payload })}\n\n`)
    if (response.writableLength > backlog) response.destroy()
  })
  response.once('close', unsubscribe)
}
