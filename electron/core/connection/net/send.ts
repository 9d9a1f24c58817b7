import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ProbeTimings } from '../../../../shared/model/probe'
import { type HttpTrouble, httpFailed } from '../findings/http'
import type { ProbeRequest } from '../plan'
import { since, tick } from './clock'
import { decoded } from './decode'
import { checkSignal, ProbeFailure } from './failure'
import { isForwarded, type Opened, type OpenOptions, openWay } from './open'
import { watchStalls } from './stall'
import { proxyLogin } from './tunnel'

/** A piece of the body as it came, `at` milliseconds after the request was sent. */
export interface Read {
  readonly at: number
  readonly text: string
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly reads: readonly Read[]
  readonly body: string
  /** Why the body is not complete; absent when it is. `limit`: longer than anything worth reading. */
  readonly broken?: 'cut' | 'idle' | 'limit' | 'encoding'
  readonly timings: ProbeTimings
  /** How long this process was kept from reading a question's answer, in ms: what came meanwhile says nothing about its spacing. */
  readonly stalledMs: number
}

/** A list of 10,000 models is about 2 MB. */
const MOST_BYTES = 16 * 1024 * 1024

interface SendOptions {
  readonly request: ProbeRequest
  /** Headers that hold the key. */
  readonly secret: Readonly<Record<string, string>>
  /** How it travels: proxy, time limits, signal. */
  readonly way: OpenOptions
  /** Opens the way; without it that is `openWay`. */
  readonly open?: () => Promise<Opened>
  /** Fits the last words of a complete answer: some relays leave the connection open behind them. */
  readonly last?: RegExp
}

/** How long something may still come after the last words, in ms. */
const AFTER_LAST = 300

/**
 * Opens the way, sends one request and reads the whole answer. Redirects are not followed.
 * @throws {ProbeFailure | ProbeCancelled}, and what opening throws
 */
export async function send(options: SendOptions): Promise<HttpAnswer> {
  const { way, open = () => openWay(new URL(options.request.url), way) } = options
  const { signal } = way
  // Made before any clock runs: what it costs is no time of the relay's.
  const { outgoing, travelOn } = prepare(options)
  const { socket, start, timings } = await open()
  const abort = () => socket.destroy()
  signal?.addEventListener('abort', abort, { once: true })
  const sent = tick()
  const endWatch = options.request.body === undefined ? undefined : watchStalls()
  try {
    checkSignal(signal)
    const answering = head(outgoing, options, () => ({ ...timings, totalMs: since(start) }))
    travelOn(socket)
    const message = await answering
    const firstByteMs = since(sent)
    const { reads, broken, ended } = await readBody(message, sent, options)
    checkSignal(signal)
    return {
      status: message.statusCode ?? 0,
      headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')])),
      reads,
      body: reads.map(({ text }) => text).join(''),
      broken,
      timings: { ...timings, firstByteMs, totalMs: since(start, ended) },
      stalledMs: endWatch?.() ?? 0,
    }
  } catch (error) {
    checkSignal(signal)
    throw error
  } finally {
    endWatch?.()
    signal?.removeEventListener('abort', abort)
    socket.destroy()
  }
}

/** A request that is complete and waits for its socket. */
function prepare({ request: asked, secret, way }: SendOptions) {
  const url = new URL(asked.url)
  const forwarded = isForwarded(url, way)
  const login = forwarded && way.route.proxy ? /: (.*)\r/.exec(proxyLogin(way.route.proxy))?.[1] : undefined
  const agent = new Agent({ keepAlive: false })
  let travelOn: (socket: Socket) => void = () => undefined
  // An agent is the only way to hand in a socket: with `agent: false` Node passes over `createConnection`.
  agent.createConnection = (_options, callback) => {
    travelOn = (socket) => callback?.(null, socket)
    return undefined
  }
  const outgoing = request({
    agent,
    method: asked.method,
    host: url.hostname,
    path: forwarded ? asked.url : `${url.pathname}${url.search}`,
    headers: {
      host: url.host,
      accept: '*/*',
      'user-agent': 'Switchyard',
      ...asked.headers,
      ...secret,
      ...(login && { 'proxy-authorization': login }),
      ...(asked.body !== undefined && { 'content-length': String(Buffer.byteLength(asked.body)) }),
    },
  })
  outgoing.end(asked.body)
  return { outgoing, travelOn: (socket: Socket) => travelOn(socket) }
}

function head(outgoing: ClientRequest, { way: { timeouts } }: SendOptions, timings: () => ProbeTimings): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const fail = (trouble: HttpTrouble) => {
      clearTimeout(timer)
      outgoing.destroy()
      reject(new ProbeFailure(httpFailed(trouble), timings()))
    }
    const timer = setTimeout(() => fail({ kind: 'silent', ms: timeouts.headers }), timeouts.headers)
    outgoing.once('response', (message) => {
      clearTimeout(timer)
      resolve(message)
    })
    // A proxy's answer was read from this socket before, and it was paused for what follows.
    outgoing.once('socket', (socket) => socket.resume())
    outgoing.on('error', (error: NodeJS.ErrnoException & { readonly rawPacket?: Buffer }) =>
      fail({ kind: troubleOf(error), code: error.code }),
    )
  })
}

/** TLS records begin with 0x15 or 0x16 and version 3; an HTTP/2 server begins with a SETTINGS frame, type 4. */
function troubleOf({ code, rawPacket }: { readonly code?: string; readonly rawPacket?: Buffer }): HttpTrouble['kind'] {
  if (!code?.startsWith('HPE_')) return 'dropped'
  if (rawPacket && (rawPacket[0] === 0x15 || rawPacket[0] === 0x16) && rawPacket[1] === 0x03) return 'is-tls'
  return rawPacket && rawPacket[3] === 0x04 && rawPacket[0] === 0 ? 'http2' : 'not-http'
}

async function readBody(
  message: IncomingMessage,
  sent: number,
  { way: { timeouts }, last }: SendOptions,
): Promise<{ readonly reads: readonly Read[]; readonly broken?: HttpAnswer['broken']; readonly ended: number }> {
  const reads: Read[] = []
  const text = new TextDecoder()
  const stream = decoded(message)
  let size = 0
  let tail = ''
  let isWhole = false
  // When the last byte was here, often with the first; what Node does until it says so is no time of the relay's.
  let ended = message.complete ? tick() : undefined
  return new Promise((resolve) => {
    const finish = (broken?: HttpAnswer['broken']) => {
      clearTimeout(idle)
      clearTimeout(whole)
      resolve({ reads, broken: isWhole ? undefined : broken, ended: ended ?? tick() })
      if (broken) message.destroy()
    }
    const silence = () => finish('idle')
    let idle = setTimeout(silence, timeouts.idle)
    const whole = setTimeout(() => finish('idle'), timeouts.body)
    stream.on('data', (chunk: Buffer) => {
      clearTimeout(idle)
      size += chunk.length
      const now = tick()
      if (message.complete) ended ??= now
      const read = { at: since(sent, now), text: text.decode(chunk, { stream: true }) }
      reads.push(read)
      tail = `${tail}${read.text}`.slice(-read.text.length - 200)
      isWhole ||= last?.test(tail) ?? false
      idle = setTimeout(silence, isWhole ? AFTER_LAST : timeouts.idle)
      if (size > MOST_BYTES) finish('limit')
    })
    stream.on('end', () => finish(message.complete ? undefined : 'cut'))
    message.on('aborted', () => finish('cut'))
    message.on('error', () => finish('cut'))
    watchDecoding(stream, message, finish)
  })
}

function watchDecoding(stream: Duplex | IncomingMessage, message: IncomingMessage, finish: (broken: 'encoding') => void): void {
  if (stream !== message) stream.on('error', () => finish('encoding'))
}
