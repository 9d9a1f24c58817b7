import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Authorities } from './authorities'
import { intercept } from './intercept'
import { openServer, urlOf } from './open-server'
import { createProxyCore, join, type OpenRecord, type ProxyCore, withLogin } from './proxy-core'
import type { LabProxy, Login, ProxyFault, ProxyOptions } from './types'

interface Refusal {
  readonly status: string
  readonly header?: string
  readonly body: string
}

const wrongLogin: Refusal = {
  status: '407 Proxy Authentication Required',
  header: 'Proxy-Authenticate: Basic realm="lab"',
  body: 'Sign in to the proxy.',
}
const unreachable: Refusal = { status: '502 Bad Gateway', body: 'The proxy cannot reach that place.' }
const refusals: Readonly<Partial<Record<ProxyFault, Refusal>>> = {
  forbids: { status: '403 Forbidden', body: 'The proxy does not allow that place.' },
  'bad-gateway': unreachable,
  html: { status: '511 Network Authentication Required', body: '<!doctype html><html><title>Sign in to the network</title></html>' },
}

/** An HTTP proxy: tunnels (CONNECT), and plain http by absolute URLs. */
export async function startHttpProxy(options: ProxyOptions, authorities: () => Authorities): Promise<LabProxy> {
  const core = createProxyCore(options)
  const server = createServer((message, response) => void passOn(core, message, response))
  server.on('connect', (message, socket: Socket, head) => {
    socket.on('error', () => socket.destroy())
    if (head.length > 0) socket.unshift(head)
    void tunnel(core, message, socket, options.intercepts === true ? authorities() : null)
  })
  const { port, close } = await openServer(server)
  const url = urlOf('http', port)
  return { url, urlWithLogin: withLogin(url, options.login), port, seen: core.seen, setFault: core.setFault, close }
}

async function tunnel(core: ProxyCore, message: IncomingMessage, client: Socket, authorities: Authorities | null): Promise<void> {
  const { hostname, port } = new URL(`http://${message.url}`)
  const host = hostname.replace(/^\[|\]$/g, '')
  const record = begin(core, 'connect', message.url ?? '', message)
  await core.pause()
  const refusal = refuse(record, client)
  if (refusal === 'silence') return
  if (refusal !== null) return void client.end(wire(refusal))
  const target = await core.reach(host, Number(port || '80'))
  if (target === null) {
    record.outcome = 'unreachable'
    return void client.end(wire(unreachable))
  }
  client.write('HTTP/1.1 200 Connection established\r\n\r\n')
  if (record.outcome === 'drops-tunnel') client.once('data', () => client.destroy())
  if (record.outcome === 'drops-tunnel' || record.outcome === 'hangs-tunnel')
    return void client.resume().once('close', () => target.destroy())
  if (authorities === null) join(client, target, record)
  else intercept({ client, target, host, authorities, record })
}

async function passOn(core: ProxyCore, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = URL.canParse(message.url ?? '') ? new URL(message.url ?? '') : null
  if (url === null) return answer(response, { status: '400 Bad Request', body: 'This is a proxy: ask for a full URL.' })
  const record = begin(core, 'absolute', url.host, message)
  await core.pause()
  const refusal = refuse(record, message.socket)
  if (refusal === 'silence') return
  if (refusal !== null) return answer(response, refusal)
  if (record.outcome === 'drops-tunnel') return void message.socket.destroy()
  if (record.outcome === 'hangs-tunnel') return
  const socket = await core.reach(url.hostname.replace(/^\[|\]$/g, ''), Number(url.port || '80'))
  if (socket === null) {
    record.outcome = 'unreachable'
    return answer(response, unreachable)
  }
  const { 'proxy-authorization': _login, 'proxy-connection': _kept, ...headers } = message.headers
  const onward = request({ method: message.method, path: url.pathname + url.search, headers, createConnection: () => socket })
  onward.on('response', (incoming) => {
    response.writeHead(incoming.statusCode ?? 502, incoming.rawHeaders)
    incoming.on('data', (bytes: Uint8Array) => count(record, 'received', bytes))
    incoming.on('error', () => response.destroy())
    incoming.pipe(response)
  })
  onward.on('error', () => response.destroy())
  response.on('close', () => socket.destroy())
  message.on('data', (bytes: Uint8Array) => count(record, 'sent', bytes))
  message.pipe(onward)
}

function begin(core: ProxyCore, kind: 'connect' | 'absolute', target: string, message: IncomingMessage): OpenRecord {
  const login = readLogin(message.headers['proxy-authorization'])
  const outcome = core.mayPass(login) ? (core.fault() ?? 'passed') : 'wrong-login'
  return core.note(kind, target, login, outcome)
}

/** The refusal to send, `silence` if the connection is dropped or left hanging, or null if all is well so far. */
function refuse({ outcome }: OpenRecord, client: Socket): Refusal | 'silence' | null {
  if (outcome === 'wrong-login') return wrongLogin
  if (outcome === 'passed' || outcome === 'unreachable') return null
  if (outcome === 'drops') client.destroy()
  if (outcome === 'resets') client.resetAndDestroy()
  if (outcome === 'drops' || outcome === 'resets' || outcome === 'hangs') return 'silence'
  return refusals[outcome] ?? null
}

function count(record: OpenRecord, way: 'sent' | 'received', bytes: Uint8Array): void {
  record[way] += bytes.length
}

function answer(response: ServerResponse, refusal: Refusal): void {
  response.socket?.end(wire(refusal))
}

function wire({ status, header, body }: Refusal): string {
  const type = body.startsWith('<') ? 'text/html' : 'text/plain'
  const lines = [`HTTP/1.1 ${status}`, `Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close']
  return `${[...lines, ...(header === undefined ? [] : [header])].join('\r\n')}\r\n\r\n${body}`
}

function readLogin(header: string | undefined): Login | null {
  const match = /^Basic\s+(\S+)$/i.exec(header ?? '')
  if (match?.[1] === undefined) return null
  const [user = '', ...rest] = Buffer.from(match[1], 'base64').toString('utf8').split(':')
  return { user, password: rest.join(':') }
}
