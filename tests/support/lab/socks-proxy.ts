import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { openServer, urlOf } from './open-server'
import { createProxyCore, join, type OpenRecord, type ProxyCore, withLogin } from './proxy-core'
import type { LabProxy, Login, ProxyFault, ProxyOptions } from './types'

/** Replies of RFC 1928, section 6. */
const reply = { granted: 0, failure: 1, forbidden: 2, hostUnreachable: 4, unknownCommand: 7 } as const
const refusals: Readonly<Partial<Record<ProxyFault, number>>> = { forbids: reply.forbidden, 'bad-gateway': reply.failure }
const notSocks =
  'HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html><title>400 Bad Request</title></html>'

/** A SOCKS5 proxy (RFC 1928) with or without login (RFC 1929); CONNECT only. */
export async function startSocksProxy(options: ProxyOptions): Promise<LabProxy> {
  const core = createProxyCore(options)
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    serve(core, socket, options.login !== undefined).catch(() => socket.destroy())
  })
  const { port, close } = await openServer(server)
  const url = urlOf('socks5', port)
  return { url, urlWithLogin: withLogin(url, options.login), port, seen: core.seen, setFault: core.setFault, close }
}

async function serve(core: ProxyCore, client: Socket, demandsLogin: boolean): Promise<void> {
  const [version, methodCount = 0] = await take(client, 2)
  const fault = core.fault()
  if (version !== 5 || fault === 'html') return void client.end(notSocks)
  const login = await authenticate(client, [...(await take(client, methodCount))], demandsLogin)
  if (login === 'none-offered' || !core.mayPass(login)) {
    core.note('socks5', '', login === 'none-offered' ? null : login, 'wrong-login')
    return void client.end(Buffer.from(login === 'none-offered' ? [5, 0xff] : [1, 1]))
  }
  if (login !== null) client.write(Buffer.from([1, 0]))
  const { command, host, port } = await readRequest(client)
  const record = core.note('socks5', `${host.includes(':') ? `[${host}]` : host}:${port}`, login, fault ?? 'passed')
  await core.pause()
  if (fault === 'drops') return void client.destroy()
  if (fault === 'resets') return void client.resetAndDestroy()
  if (fault === 'hangs') return void client.resume()
  const refusal = command === 1 ? refusals[fault ?? 'drops'] : reply.unknownCommand
  if (refusal !== undefined) return void client.end(answer(refusal))
  await openTunnel(core, { client, host, port, record })
}

interface Wish {
  readonly client: Socket
  readonly host: string
  readonly port: number
  readonly record: OpenRecord
}

async function openTunnel(core: ProxyCore, { client, host, port, record }: Wish): Promise<void> {
  const target = await core.reach(host, port)
  if (target === null) {
    record.outcome = 'unreachable'
    return void client.end(answer(reply.hostUnreachable))
  }
  client.write(answer(reply.granted))
  if (record.outcome === 'passed') return join(client, target, record)
  if (record.outcome === 'drops-tunnel') client.once('data', () => client.destroy())
  client.resume().once('close', () => target.destroy())
}

/** Chooses the method; null if no login was asked for. The answer to a login that was sent is left to the caller. */
async function authenticate(client: Socket, offered: readonly number[], demanded: boolean): Promise<Login | null | 'none-offered'> {
  if (!demanded && offered.includes(0)) {
    client.write(Buffer.from([5, 0]))
    return null
  }
  if (!offered.includes(2)) return 'none-offered'
  client.write(Buffer.from([5, 2]))
  const [, userLength = 0] = await take(client, 2)
  const user = await take(client, userLength)
  const [passwordLength = 0] = await take(client, 1)
  const password = await take(client, passwordLength)
  return { user: user.toString('utf8'), password: password.toString('utf8') }
}

async function readRequest(client: Socket): Promise<{ readonly command: number; readonly host: string; readonly port: number }> {
  const [, command = 0, , type] = await take(client, 4)
  const host = await readHost(client, type)
  return { command, host, port: (await take(client, 2)).readUInt16BE() }
}

async function readHost(client: Socket, type: number | undefined): Promise<string> {
  if (type === 1) return [...(await take(client, 4))].join('.')
  if (type === 3) {
    const [length = 0] = await take(client, 1)
    return (await take(client, length)).toString('latin1')
  }
  const bytes = await take(client, 16)
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16))
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}

function answer(code: number): Buffer {
  return Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0])
}

/** Exactly so many bytes, when they have come; throws if the client leaves before. */
async function take(socket: Socket, length: number): Promise<Buffer> {
  if (length === 0) return Buffer.alloc(0)
  for (;;) {
    const bytes: Buffer | null = socket.read(length)
    if (bytes !== null && bytes.length === length) return bytes
    if (socket.readableEnded || socket.destroyed) throw new Error('The client left')
    await Promise.race([once(socket, 'readable'), once(socket, 'close')])
  }
}
