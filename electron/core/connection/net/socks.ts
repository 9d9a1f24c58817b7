import type { Socket } from 'node:net'
import { SocksClient } from 'socks'
import { proxyFailed } from '../findings/proxy'
import { ProbeFailure } from './failure'
import { loginOf } from './tunnel'
import { waitFor } from './wait-for'

interface SocksOptions {
  readonly proxy: URL
  readonly shown: string
  readonly host: string
  readonly port: number
  readonly ms: number
  readonly signal?: AbortSignal
}

/** Asks a SOCKS proxy for a connection on an open socket. */
export async function openSocks(socket: Socket, options: SocksOptions): Promise<void> {
  const { proxy, shown, host, port, ms } = options
  const login = loginOf(proxy)
  const request = SocksClient.createConnection({
    command: 'connect',
    existing_socket: socket,
    timeout: ms,
    destination: { host, port },
    proxy: {
      host: proxy.hostname,
      port: 1080,
      type: proxy.protocol.startsWith('socks4') ? 4 : 5,
      ...(login && { userId: login.name, password: login.password }),
    },
  })
  const fail = (error: Error) => new ProbeFailure(proxyFailed({ shown, ...troubleOf(error), hasLogin: login !== undefined }))
  await waitFor<void>(
    (resolve, reject) => {
      request.then(
        () => resolve(),
        (error: Error) => {
          socket.destroy()
          reject(fail(error))
        },
      )
    },
    { ...options, ms: ms + 50, late: () => new ProbeFailure(proxyFailed({ shown, kind: 'silent' })), stop: () => socket.destroy() },
  )
  socket.pause()
}

/** The package tells apart by text only (socks 2.8.10, common/constants). */
function troubleOf(error: Error): { readonly kind: 'login' | 'refused' | 'dropped' | 'silent' | 'not-a-proxy'; readonly code?: string } {
  const { message } = error
  if (/authentication|login|credentials/i.test(message)) return { kind: 'login' }
  if (/rejected|refused|not allowed|unreachable|HostUnreachable|ConnectionRefused/i.test(message)) return { kind: 'refused', code: message }
  if (/timed out/i.test(message)) return { kind: 'silent' }
  return /Invalid|version/i.test(message) ? { kind: 'not-a-proxy' } : { kind: 'dropped' }
}
