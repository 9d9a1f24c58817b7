import type { Socket } from 'node:net'
import { type ProxyTrouble, proxyFailed } from '../findings/proxy'
import { ProbeFailure } from './failure'
import { waitFor } from './wait-for'

interface TunnelOptions {
  readonly proxy: URL
  /** The proxy as a report shows it. */
  readonly shown: string
  readonly host: string
  readonly port: number
  readonly ms: number
  readonly signal?: AbortSignal
}

/** More than any proxy's refusal page needs to say. */
const MOST_BYTES = 16 * 1024

/** Asks an HTTP proxy for a tunnel on an open socket. What the far end already sent stays in the socket. */
export function openTunnel(socket: Socket, options: TunnelOptions): Promise<void> {
  const { proxy, shown, host, port } = options
  const fail = (trouble: Omit<ProxyTrouble, 'shown'>) => new ProbeFailure(proxyFailed({ shown, ...trouble }))
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  return waitFor<void>(
    (resolve, reject) => {
      let seen = Buffer.alloc(0)
      const read = (chunk: Buffer) => {
        seen = Buffer.concat([seen, chunk])
        const end = seen.indexOf('\r\n\r\n')
        if (end < 0) {
          if (seen.length > MOST_BYTES) done(fail({ kind: 'not-a-proxy' }))
          return
        }
        const status = /^HTTP\/1\.[01] (\d{3})/.exec(seen.toString('latin1', 0, end))?.[1]
        if (status === undefined) return done(fail({ kind: 'not-a-proxy' }))
        if (!status.startsWith('2'))
          return done(fail({ kind: status === '407' ? 'login' : 'refused', status: Number(status), hasLogin: proxy.username !== '' }))
        const rest = seen.subarray(end + 4)
        done()
        if (rest.length > 0) socket.unshift(rest)
      }
      const broken = (error: NodeJS.ErrnoException) => done(fail({ kind: 'dropped', code: error.code }))
      const closed = () => done(fail({ kind: 'dropped' }))
      const done = (error?: Error) => {
        socket.off('data', read).off('error', broken).off('close', closed).off('end', closed)
        socket.pause()
        if (error) {
          socket.destroy()
          reject(error)
        } else resolve()
      }
      socket.on('data', read).on('error', broken).on('close', closed).on('end', closed)
      socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${proxyLogin(proxy)}\r\n`)
    },
    { ...options, late: () => fail({ kind: 'silent' }), stop: () => socket.destroy() },
  )
}

/** The header line with the proxy's login, or nothing. */
export function proxyLogin(proxy: URL): string {
  const login = loginOf(proxy)
  return login === undefined ? '' : `Proxy-Authorization: Basic ${Buffer.from(`${login.name}:${login.password}`).toString('base64')}\r\n`
}

export function loginOf(proxy: URL): { readonly name: string; readonly password: string } | undefined {
  if (proxy.username === '') return undefined
  return { name: decode(proxy.username), password: decode(proxy.password) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}
