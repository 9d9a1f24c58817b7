import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { urlOf } from './open-server'
import type { DeadEnd } from './types'

/** Listens with the shortest queue, says where, and then blocks its own thread for ever: nothing is accepted. */
const deafListener = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer()
  server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
`
/** Loopback connects in well under 1 ms; who waits this long waits for ever. */
const stuckAfterMs = 150
const mostFillers = 16

/**
 * A port on which TCP connect never ends, as behind a firewall that drops packets: its queue is full, and the system ignores newcomers
 * (Linux with the default `tcp_abort_on_overflow=0`, macOS).
 */
export async function startBlackHole(): Promise<DeadEnd> {
  const worker = new Worker(deafListener, { eval: true })
  const [port] = (await once(worker, 'message')) as [number]
  const fillers = await fillQueue(port)
  const close = async () => {
    for (const filler of fillers) filler.destroy()
    await worker.terminate()
  }
  return { host: '127.0.0.1', port, url: urlOf('http', port), connections: () => 0, close }
}

async function fillQueue(port: number): Promise<readonly Socket[]> {
  const fillers: Socket[] = []
  while (fillers.length < mostFillers) {
    const filler = connect(port, '127.0.0.1')
    fillers.push(filler)
    filler.on('error', () => filler.destroy())
    const connected = await Promise.race([once(filler, 'connect').then(() => true), sleep(stuckAfterMs, false)])
    if (!connected) return fillers
  }
  throw new Error('This system takes every connection: no black hole can be made here')
}
