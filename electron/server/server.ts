import { createServer as createHttpServer, type Server } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'
import { type LocalText, text } from '../../shared/model/text'
import type { Core } from '../core/core'
import { misused, refused, systemCode } from '../core/problem'
import { authority, isLoopback } from './addresses'
import { namesOf, secureServer, type Tls } from './certificate'
import { KEEP_ALIVE, NEVER, setDeadlines } from './deadlines'
import { defaultLimits, type Limits } from './limits'
import { answer, type Site } from './routes'
import { createSessions } from './sessions'
import { listFiles } from './static-files'

export interface ServerOptions {
  readonly core: Core
  /** The built user interface: absolute path of the folder with index.html. */
  readonly rendererDir: string
  /** 127.0.0.1 when left out. */
  readonly host?: string
  /** 0 or left out: any free port. */
  readonly port?: number
  /** Must be true for a host that other machines can reach. */
  readonly allowRemote?: boolean
  /** Serves https with this certificate; plain http when left out. */
  readonly tls?: Tls
  /** The first one-time token; random when left out. */
  readonly token?: string
  readonly limits?: Partial<Limits>
}

export interface RunningServer {
  /** The first link, with its one-time token in the fragment. */
  readonly url: string
  /** Without a token. */
  readonly origin: string
  readonly port: number
  /** A new link; an older one that was not used stops working. */
  issueLink(): string
  /** Ends every connection and frees the port. */
  close(): Promise<void>
}

/**
 * Serves the user interface and the core's methods to a browser.
 * @throws {ProblemError} `remote-not-allowed`, `ui-not-built`, `port-in-use` or `cannot-listen`
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1'
  if (!isLoopback(host) && options.allowRemote !== true) throw remoteNotAllowed(host)
  const limits = { ...defaultLimits, ...options.limits }
  const files = listRenderer(options.rendererDir)
  const token = options.token
  const sessions = createSessions(limits.sessions, token)
  const { tls } = options
  const traits = { connectionsCheckingInterval: NEVER, maxHeaderSize: limits.headerSize, keepAliveTimeout: KEEP_ALIVE }
  const server = tls ? secureServer(tls, limits.headersTime, traits) : createHttpServer(traits)
  server.maxConnections = limits.connections
  setDeadlines(server, tls ? 'secureConnection' : 'connection', limits)
  const port = await listen(server, host, options.port ?? 0)
  const scheme = tls ? 'https' : 'http'
  const hosts = { scheme, boundTo: host, machine: hostname(), isCertified: tls ? namesOf(tls) : undefined } as const
  const streams = { open: 0 }
  const site: Site = { core: options.core, files, sessions, hosts, limits, streams, cookieName: `switchyard-${port}` }
  server.on('request', (request, response) => void answer(site, request, response))
  const origin = `${scheme}://${authority(reachable(host), port)}`
  const link = (value: string): string => `${origin}/login#token=${value}`
  return {
    url: link(token ?? sessions.issue()),
    origin,
    port,
    issueLink: () => link(sessions.issue()),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

function listRenderer(folder: string): Site['files'] {
  try {
    const files = listFiles(folder)
    if (files.has('/')) return files
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
  throw refused(
    'ui-not-built',
    text(`The user interface is not in ${folder}.`, `${folder} 中没有用户界面文件。`),
    text('Build it first: npm run build', '请先构建：npm run build'),
  )
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(systemCode(error) ?? 'error', host, port)))
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function cannotListen(code: string, host: string, port: number): Error {
  const anyPort: LocalText = text(
    'Choose another with --port, or --port 0 for any free one.',
    '请用 --port 另选端口，或用 --port 0 自动选择空闲端口。',
  )
  if (code === 'EADDRINUSE')
    return refused('port-in-use', text(`Port ${port} on ${host} is in use.`, `${host} 的端口 ${port} 已被占用。`), anyPort)
  return refused(
    'cannot-listen',
    text(`Cannot listen on ${authority(host, port)} (${code}).`, `无法监听 ${authority(host, port)}（${code}）。`),
    anyPort,
  )
}

const remoteNotAllowed = (host: string): Error =>
  misused(
    'remote-not-allowed',
    text(`Other machines could reach Switchyard on ${host}.`, `在 ${host} 上，其他机器也能访问 Switchyard。`),
    text(
      'Leave out --host and use an SSH tunnel, or add --allow-remote if you trust everyone on that network.',
      '请去掉 --host 并使用 SSH 隧道；如果信任该网络中的所有人，可加上 --allow-remote。',
    ),
  )

/** An address to type for a server that listens on all of them. */
function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host
  const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return outside.find((address) => !address.internal && address.family === 'IPv4')?.address ?? hostname()
}
