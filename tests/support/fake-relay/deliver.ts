import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from './reply'

/** Sends a reply, at its own pace and with its own ending; gives up when the client leaves. */
export async function deliver(reply: Reply, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    await pause(reply.headersAfterMs, gone.signal)
    if (reply.sendHeaders) await sendAll(reply, response, gone.signal)
  } catch (error) {
    if (gone.signal.aborted) return
    throw error
  }
  finish(reply, response)
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

function flush(response: ServerResponse, chunk: string): Promise<void> {
  return new Promise((resolve) => response.write(chunk, () => resolve()))
}

function finish(reply: Reply, response: ServerResponse): void {
  if (reply.ending === 'end') response.end()
  else if (reply.ending === 'cut') response.socket?.end()
  else if (reply.ending === 'reset') response.socket?.resetAndDestroy()
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal })
}
