import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Login, ProxyFault, ProxyOptions, ProxyRecord } from './types'

/** A record while its connection lasts. */
export type OpenRecord = { -readonly [K in keyof ProxyRecord]: ProxyRecord[K] }

/** What both kinds of proxy share: what they have seen, how they fail, and where names lead. */
export interface ProxyCore {
  readonly seen: OpenRecord[]
  fault(): ProxyFault | null
  setFault(fault: ProxyFault | null): void
  /** Writes down a request for a connection. */
  note(kind: ProxyRecord['kind'], target: string, login: Login | null, outcome: ProxyRecord['outcome']): OpenRecord
  mayPass(login: Login | null): boolean
  /** A connection to `host:port`, or null if nothing answers there or it lies outside this machine. */
  reach(host: string, port: number): Promise<Socket | null>
  /** The wait before an answer. */
  pause(): Promise<void>
}

export function createProxyCore(options: ProxyOptions): ProxyCore {
  const { login: demanded, hosts = {}, delayMs = 0 } = options
  const seen: OpenRecord[] = []
  let fault = options.fault ?? null
  return {
    seen,
    fault: () => fault,
    setFault(next) {
      fault = next
    },
    note(kind, target, login, outcome) {
      const record = { kind, target, login, outcome, sent: 0, received: 0 }
      seen.push(record)
      return record
    },
    mayPass: (login) => demanded === undefined || (login?.user === demanded.user && login.password === demanded.password),
    async reach(host, port) {
      const address = hosts[host] ?? host
      return isLoopback(address) ? open(address, port) : null
    },
    pause: async () => {
      if (delayMs > 0) await sleep(delayMs)
    },
  }
}

/** Joins two ends until either closes, and counts what passes. */
export function join(client: Duplex, target: Duplex, record: OpenRecord): void {
  client.on('data', (bytes: Uint8Array) => {
    record.sent += bytes.length
  })
  target.on('data', (bytes: Uint8Array) => {
    record.received += bytes.length
  })
  client.pipe(target).pipe(client)
  endTogether(client, target)
}

/** When one end breaks, so does the other; when one closes, the other sends what it still has and closes too. */
export function endTogether(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy())
    from.on('close', () => to.end())
  }
}

/** The proxy's address with the login that it demands. */
export function withLogin(url: string, login: Login | undefined): string {
  if (login === undefined) return url
  return url.replace('://', `://${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`)
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)
}

function open(host: string, port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, allowHalfOpen: true })
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(null))
  })
}
