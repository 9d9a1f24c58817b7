import type { ServerResponse } from 'node:http'
import { constants, Http2ServerResponse } from 'node:http2'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chunk, Reply } from './reply'

type Reset = (socket: Socket | null) => void

/** Sends a reply, at its own pace and with its own ending; gives up when the client leaves. */
export async function deliver(reply: Reply, response: ServerResponse, reset: Reset): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    await pause(reply.headersAfterMs, gone.signal)
    if (reply.sendHeaders) await sendAll(reply, response, gone.signal)
  } catch (error) {
    if (gone.signal.aborted) return
    throw error
  }
  finish(reply, response, reset)
}

async function sendAll(reply: Reply, response: ServerResponse, signal: AbortSignal) {
  response.writeHead(reply.status, { ...reply.headers })
  if (reply.chunks.length > 0 || reply.ending !== 'end') response.flushHeaders()
  let wait = reply.firstChunkAfterMs
  for (const chunk of reply.chunks) {
    await pause(wait, signal)
    await flush(response, chunk)
    wait = reply.gapMs
  }
}

function flush(response: ServerResponse, chunk: Chunk): Promise<void> {
  return new Promise((resolve) => response.write(chunk, () => resolve()))
}

function finish(reply: Reply, response: ServerResponse, reset: Reset): void {
  if (reply.ending === 'end') response.end()
  else if (reply.ending === 'hang') return
  else if (isHttp2(response)) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR)
  else if (reply.ending === 'cut') response.socket?.end()
  else reset(response.socket)
}

/** An HTTP/2 answer shares its socket with others: only its stream may be broken. */
function isHttp2(response: unknown): response is Http2ServerResponse {
  return response instanceof Http2ServerResponse
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal })
}
