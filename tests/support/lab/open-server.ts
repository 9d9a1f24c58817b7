import type { Server } from 'node:net'
import { trackConnections } from '../fake-relay/listener'
import type { Closable } from './types'

export interface OpenServer extends Closable {
  readonly port: number
}

/** Listens on a free port of one loopback address; closing drops every connection. */
export async function openServer(server: Server, host = '127.0.0.1'): Promise<OpenServer> {
  const connections = trackConnections(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No TCP address')
  return { port: address.port, close: connections.close }
}

/** Text for a place where an address is part of a URL. */
export function urlOf(scheme: string, port: number, host = '127.0.0.1'): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
