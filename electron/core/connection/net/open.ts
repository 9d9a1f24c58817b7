import type { LookupFunction, Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { ProbeTimings } from '../../../../shared/model/probe'
import { proxyUnreachable } from '../findings/proxy'
import { bareHost } from './bare-host'
import { since, tick } from './clock'
import { dial } from './dial'
import { ProbeFailure } from './failure'
import type { Gate } from './gate'
import { type Address, resolveHost } from './lookup'
import { proxyAddress, type Route } from './route'
import { type Resumption, secure } from './secure'
import { openSocks } from './socks'
import type { Timeouts } from './timeouts'
import { openTunnel } from './tunnel'

export interface OpenOptions {
  readonly route: Route
  readonly context: SecureContext
  readonly timeouts: Timeouts
  readonly signal?: AbortSignal
  /** Keeps few handshakes at a time, so that many tests at once do not spoil each other's times. */
  readonly gate?: Gate
  readonly verify?: boolean
  readonly resume?: Resumption
  /** A proxy is asked for a tunnel for http:// too. */
  readonly tunnelsHttp: boolean
  readonly family?: 4 | 6
  /** In place of the system's resolver. */
  readonly lookup?: LookupFunction
  /** Told as each phase ends. */
  readonly onPhase?: (phase: 'proxy' | 'dns' | 'tcp' | 'tls', ms: number | undefined, detail: string) => void
}

export interface Opened {
  readonly socket: Socket
  /** The clock's reading at the start of the first phase. */
  readonly start: number
  readonly timings: Partial<ProbeTimings>
}

/** Whether a proxy is asked for the whole URL, with no tunnel. */
export const isForwarded = (url: URL, { route, tunnelsHttp }: Pick<OpenOptions, 'route' | 'tunnelsHttp'>): boolean =>
  route.kind === 'http-proxy' && url.protocol === 'http:' && !tunnelsHttp

/** Opens the way to a URL's host, phase by phase. @throws {ProbeFailure | TlsTrouble | ProbeCancelled} */
export async function openWay(url: URL, options: OpenOptions): Promise<Opened> {
  const release = await options.gate?.enter()
  const start = tick()
  try {
    const isTls = url.protocol === 'https:'
    const target = { host: bareHost(url.hostname), port: Number(url.port || (isTls ? 443 : 80)) }
    const { socket, timings } = await openPlain(target, isTls, options)
    socket.on('error', ignore)
    if (!isTls) return { socket, start, timings }
    const { context, verify = true, resume, signal, timeouts } = options
    const channel = await secure(socket, { host: target.host, context, verify, resume, signal, ms: timeouts.tls })
    options.onPhase?.('tls', channel.tlsMs, channel.socket.getProtocol() ?? 'TLS')
    channel.socket.on('error', ignore)
    return { socket: channel.socket, start, timings: { ...timings, tlsMs: channel.tlsMs } }
  } finally {
    release?.()
  }
}

type Plain = { readonly socket: Socket; readonly timings: Partial<ProbeTimings> }

async function openPlain(target: { readonly host: string; readonly port: number }, isTls: boolean, options: OpenOptions): Promise<Plain> {
  const { route, signal, timeouts, onPhase } = options
  const proxy = route.proxy
  if (proxy === undefined) return connectTo(target, 'relay', options)
  const start = tick()
  const address = proxyAddress(proxy)
  const shown = `${address.host}:${address.port}`
  const far = await connectTo(address, 'proxy', options)
  const common = { proxy, shown, ...target, ms: timeouts.connect, signal }
  if (route.kind === 'socks-proxy') await openSocks(far.socket, common)
  else {
    if (proxy.protocol === 'https:') throw new ProbeFailure(proxyUnreachable({ shown, code: 'https-proxy' }))
    if (isTls || options.tunnelsHttp) await openTunnel(far.socket, common)
  }
  const proxyMs = since(start)
  onPhase?.('proxy', proxyMs, shown)
  return { socket: far.socket, timings: { proxyMs } }
}

async function connectTo(
  target: { readonly host: string; readonly port: number },
  what: 'relay' | 'proxy',
  options: OpenOptions,
): Promise<Plain> {
  const { signal, timeouts, onPhase } = options
  const { addresses, dnsMs } = await resolveHost(target.host, { ms: timeouts.dns, signal, proxy: what === 'proxy', lookup: options.lookup })
  if (what === 'relay') onPhase?.('dns', dnsMs, addresses.map(({ address }) => address).join(', '))
  const { socket, tcpMs } = await dial(wanted(addresses, options.family), { ...target, what, ms: timeouts.connect, signal })
  if (what === 'relay') onPhase?.('tcp', tcpMs, socket.remoteAddress ?? '')
  return { socket, timings: { dnsMs, tcpMs } }
}

const wanted = (addresses: readonly Address[], family: 4 | 6 | undefined): readonly Address[] =>
  family === undefined ? addresses : addresses.filter((address) => address.family === family)

/** An error after a phase has ended shows in the next one: reading or writing fails there. */
const ignore = (): void => undefined
