import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { protocol } from 'electron'
import { pageHeaders } from '../core/page-headers'

export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://switchyard'
export const APP_URL = `${APP_ORIGIN}/`

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready: gives the scheme an origin of its own, as https pages have one, and V8's code cache. */
export function setupScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built renderer as `app://switchyard/`. */
export function setupProtocol(root: string): void {
  protocol.handle(APP_SCHEME, (request) => serveAsset(root, request))
}

/** The file that a URL of the app stands for, or null when it stands for none: another host, or a path that leads out of the root. */
export function assetPath(root: string, url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || parsed.protocol !== `${APP_SCHEME}:` || parsed.host !== 'switchyard') return null
  const path = decode(parsed.pathname)
  // A backslash or a colon would mean another folder or another drive on Windows.
  if (path === null || /[\\:\0]/.test(path)) return null
  const base = resolve(root)
  const file = resolve(base, `.${path.endsWith('/') ? `${path}index.html` : path}`)
  return file.startsWith(base + sep) ? file : null
}

/** Answers one request of the page. Every answer, also a refusal, carries the security headers. */
export async function serveAsset(root: string, request: { readonly method: string; readonly url: string }): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405)
  const path = assetPath(root, request.url)
  const type = path === null ? undefined : contentTypes[extname(path).toLowerCase()]
  if (path === null || type === undefined) return answer(404)
  try {
    return answer(200, await readFile(path), type)
  } catch (error) {
    if (isMissing(error)) return answer(404)
    throw error
  }
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | null = null, type = 'text/plain'): Response {
  return new Response(body, { status, headers: { ...pageHeaders, 'Content-Type': type } })
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))
