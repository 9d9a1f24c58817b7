import { connect, type Socket } from 'node:net'
import { type ConnectTrouble, connectFailed } from '../findings/network'
import { since, tick } from './clock'
import { ProbeFailure } from './failure'
import type { Address } from './lookup'
import { waitFor } from './wait-for'

/** The next address is tried after this many ms while the one before still tries: RFC 8305. */
const NEXT_AFTER = 250

interface Dialled {
  readonly socket: Socket
  readonly tcpMs: number
  readonly family: 4 | 6
}

interface DialOptions {
  readonly host: string
  readonly port: number
  readonly ms: number
  readonly signal?: AbortSignal
  /** What the host is, for the words of a failure. */
  readonly what: 'relay' | 'proxy'
}

/** Connects to the first address that answers, families in turn; none is given up because another one is slow. */
export async function dial(addresses: readonly Address[], options: DialOptions): Promise<Dialled> {
  const start = tick()
  const open = new Set<Socket>()
  const troubles: string[] = []
  const timers: NodeJS.Timeout[] = []
  const stop = () => {
    for (const timer of timers) clearTimeout(timer)
    for (const socket of open) socket.destroy()
  }
  const fail = (code: string): ProbeFailure => {
    const trouble: ConnectTrouble = { host: options.host, port: options.port, what: options.what, code }
    return new ProbeFailure(connectFailed(trouble), { totalMs: since(start) })
  }
  const queue = inTurn(addresses)
  return waitFor<Dialled>(
    (resolve, reject) => {
      const next = () => {
        const address = queue.shift()
        if (address === undefined) return
        const began = tick()
        const socket = connect({ host: address.address, port: options.port, family: address.family, noDelay: true })
        open.add(socket)
        const timer = queue.length > 0 ? setTimeout(next, NEXT_AFTER) : undefined
        if (timer) timers.push(timer)
        socket.once('error', (error: NodeJS.ErrnoException) => {
          open.delete(socket)
          troubles.push(error.code ?? error.message)
          clearTimeout(timer)
          if (queue.length > 0) next()
          else if (open.size === 0) reject(fail(troubles[0] ?? 'error'))
        })
        socket.once('connect', () => {
          open.delete(socket)
          stop()
          socket.removeAllListeners('error')
          resolve({ socket, tcpMs: since(began), family: address.family })
        })
      }
      next()
    },
    { ms: options.ms, signal: options.signal, late: () => fail(troubles[0] ?? 'ETIMEDOUT'), stop },
  )
}

/** Families alternate, the system's first choice first. */
function inTurn(addresses: readonly Address[]): Address[] {
  const [first] = addresses
  const same = addresses.filter(({ family }) => family === first?.family)
  const other = addresses.filter(({ family }) => family !== first?.family)
  return same.flatMap((address, at) => [address, ...(other[at] ? [other[at]] : [])]).concat(other.slice(same.length))
}
