import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createServer, type RunningServer, type ServerOptions } from '../../electron/server/server'
import { createFakeCore, type FakeCore } from '../support/fake-core'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

/** A running server over a fake core, with a small built site, and a client that can send anything. */
export interface TestSite {
  readonly core: FakeCore
  readonly server: RunningServer
  readonly folder: string
  /** Sends the path exactly as it stands. */
  ask(path: string, ask?: Ask): Promise<Answer>
  /** A POST as the page's own script sends it; further headers replace or, as undefined, remove. */
  post(path: string, body: unknown, headers?: Ask['headers']): Promise<Answer>
  /** Signs in with the server's link; later requests carry the cookie. */
  signIn(): Promise<void>
  close(): Promise<void>
}

export async function openSite(options: Partial<ServerOptions> = {}): Promise<TestSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-site-'))
  writeSite(folder)
  const core = createFakeCore()
  const server = await createServer({ core, rendererDir: path.join(folder, 'renderer'), ...options })
  let session: string | undefined
  const own = { Origin: server.origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' }
  const ask = (target: string, { method = 'GET', headers = {}, body }: Ask = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const all = Object.entries({ ...(session && { Cookie: session }), ...headers }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      )
      const sent = request(
        { host: '127.0.0.1', port: server.port, path: target, method, headers: Object.fromEntries(all), agent: false },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const post: TestSite['post'] = (target, body, headers = {}) =>
    ask(target, { method: 'POST', headers: { ...own, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) })
  return {
    core,
    server,
    folder,
    ask,
    post,
    async signIn() {
      const answer = await post('/api/login', { token: tokenOf(server.url) })
      session = answer.headers['set-cookie']?.[0]?.split(';')[0]
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export const tokenOf = (link: string): string => new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? ''

function writeSite(folder: string): void {
  mkdirSync(path.join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(path.join(folder, 'secret.txt'), 'outside of the site')
  writeFileSync(path.join(folder, 'renderer/index.html'), '<!doctype html><title>the app</title>')
  writeFileSync(path.join(folder, 'renderer/assets/app-1a2b.js'), 'export const app = 1')
  writeFileSync(path.join(folder, 'renderer/assets/app-1a2b.css'), 'body { margin: 0 }')
  symlinkSync('../secret.txt', path.join(folder, 'renderer/link.txt'))
}
