import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../core/core'
import { dispatch } from '../core/dispatch'
import { systemCode } from '../core/problem'
import { problemOf } from '../core/problem-of'
import { sendContent, sendRefusal, sendReply } from './answer'
import { readJson } from './body'
import { streamEvents } from './events'
import { guardHost, guardOrigin, guardType, type Hosts } from './guard'
import { securityHeaders } from './headers'
import type { Limits } from './limits'
import { loginFiles } from './login-page'
import { badRequest, notFound, Refusal, signedOut, tooManyTabs, usedLink, wrongMethod } from './refusal'
import { cookie, type Sessions } from './sessions'
import type { StaticFile } from './static-files'

/** All that a request is answered from. */
export interface Site {
  readonly core: Core
  readonly files: ReadonlyMap<string, StaticFile>
  readonly sessions: Sessions
  readonly hosts: Hosts
  readonly limits: Limits
  /** How many event streams are open. */
  readonly streams: { open: number }
  /** Tells two servers on one machine apart: cookies do not know ports. */
  readonly cookieName: string
}

/** Answers one request: guards first, then the route. Never throws. */
export async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(site, request, response)
  } catch (thrown) {
    if (response.headersSent || response.destroyed) response.destroy()
    else sendRefusal(response, thrown instanceof Refusal ? thrown : new Refusal(500, problemOf(thrown)))
  }
}

async function route(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', headers, url = '' } = request
  demand(guardHost(headers, site.hosts))
  if (!url.startsWith('/')) throw badRequest()
  const path = url.split('?')[0] ?? ''
  if (path.startsWith('/api/')) return api(site, path, request, response)
  if (method !== 'GET' && method !== 'HEAD') throw wrongMethod()
  const login = Object.hasOwn(loginFiles, path) ? loginFiles[path] : undefined
  if (login) return sendContent(response, login.type, login.body)
  if (!signedIn(site, request)) {
    if (path !== '/') throw signedOut()
    response.writeHead(303, { ...securityHeaders, Location: '/login' }).end()
    return
  }
  const file = site.files.get(path)
  if (!file) throw notFound()
  const keep: Record<string, string> = file.lasting ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {}
  sendContent(response, file.type, await contentOf(file), keep)
}

/** The list of files is older than the file: one that is gone by now is not found. */
async function contentOf({ file }: StaticFile): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw systemCode(error) === 'ENOENT' ? notFound() : error
  }
}

async function api(site: Site, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? ''
  demand(guardOrigin(method, request.headers, site.hosts))
  if (path === '/api/events' && method === 'GET') {
    if (!signedIn(site, request)) throw signedOut()
    if (site.streams.open >= site.limits.eventStreams) throw tooManyTabs()
    site.streams.open += 1
    response.once('close', () => {
      site.streams.open -= 1
    })
    return streamEvents(site.core, request, response, site.limits.eventBacklog)
  }
  if (path !== '/api/call' && path !== '/api/login') throw path === '/api/events' ? wrongMethod() : notFound()
  if (method !== 'POST') throw wrongMethod()
  demand(guardType(request.headers))
  if (path === '/api/call' && !signedIn(site, request)) throw signedOut()
  const size = path === '/api/login' ? site.limits.loginSize : site.limits.bodySize
  const body = await readJson(request, { size, depth: site.limits.bodyDepth })
  if (typeof body !== 'object' || body === null) throw badRequest()
  if (path === '/api/login') return login(site, 'token' in body ? body.token : undefined, response)
  sendReply(
    response,
    200,
    await dispatch(site.core.api, 'method' in body ? body.method : undefined, 'input' in body ? body.input : undefined),
  )
}

function login(site: Site, token: unknown, response: ServerResponse): void {
  const session = typeof token === 'string' ? site.sessions.exchange(token) : undefined
  if (session === undefined) throw usedLink()
  const secure = site.hosts.scheme === 'https' ? '; Secure' : ''
  const value = `${site.cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/${secure}`
  sendReply(response, 200, { ok: true, value: null }, { 'Set-Cookie': value })
}

const signedIn = (site: Site, request: IncomingMessage): boolean => site.sessions.has(cookie(request.headers.cookie, site.cookieName))

function demand(refusal: Refusal | undefined): void {
  if (refusal) throw refusal
}
