import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { openServer, urlOf } from './open-server'
import type { DeadEnd, DropOptions } from './types'

/** Accepts, reads and never says a word. */
export function startSilent(): Promise<DeadEnd> {
  return startAccepting((socket) => socket.resume())
}

/** Accepts and drops, at once or at the first bytes, by reset or by FIN. */
export function startDropping({ at = 'first-bytes', how = 'reset' }: DropOptions = {}): Promise<DeadEnd> {
  const drop = (socket: Socket) => (how === 'reset' ? socket.resetAndDestroy() : socket.end())
  return startAccepting((socket) => {
    if (at === 'accept') drop(socket)
    else socket.once('data', () => drop(socket))
  })
}

/** Passes bytes on to a port, the client's late by `ms`. */
export function startFar(port: number, ms: number): Promise<DeadEnd> {
  return startAccepting((client) => {
    const target = connect(port, '127.0.0.1')
    target.on('error', () => client.destroy())
    client.on('data', (bytes) => setTimeout(() => target.write(bytes), ms))
    client.on('end', () => setTimeout(() => target.end(), ms))
    client.on('close', () => setTimeout(() => target.destroy(), ms))
    target.pipe(client)
  })
}

/**
 * A port that refuses for as long as it is open: it is the near end of a connection, so the system gives it to nobody else
 * and nobody listens there.
 */
export async function startRefused(): Promise<DeadEnd> {
  const other = await openServer(createServer())
  const holder = connect({ port: other.port, host: '127.0.0.1' })
  await once(holder, 'connect')
  const port = holder.localPort ?? 0
  const close = async () => {
    holder.destroy()
    await other.close()
  }
  return { host: '127.0.0.1', port, url: urlOf('http', port), connections: () => 0, close }
}

async function startAccepting(meet: (socket: Socket) => void): Promise<DeadEnd> {
  let count = 0
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    count += 1
    // The far end may reset at any time; that is what this place is for.
    socket.on('error', () => socket.destroy())
    meet(socket)
  })
  const { port, close } = await openServer(server)
  return { host: '127.0.0.1', port, url: urlOf('http', port), connections: () => count, close }
}
