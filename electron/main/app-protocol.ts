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

/**
 * Serves the built renderer as `app://switchyard/`. The older of Electron's two ways: `protocol.handle` speaks in Request and Response, and loading
 * those takes Node 40 to 60 ms of the start, before the page can have its first byte.
 * @returns a promise that resolves when the page itself is on its way to the window
 */
export function setupProtocol(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    protocol.registerBufferProtocol(APP_SCHEME, (request, send) => {
      serveAsset(root, request)
        .then(send)
        // Electron takes the bytes in its own time; the page's process is not up before that anyway.
        .then(() => setImmediate(resolve), reject)
    })
  })
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

/** An answer as Electron's protocols take it. */
export interface Asset {
  readonly statusCode: number
  readonly mimeType: string
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/** Answers one request of the page. Every answer, also a refusal, carries the security headers. */
export async function serveAsset(root: string, request: { readonly method: string; readonly url: string }): Promise<Asset> {
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

/**
 * The opener policy is left to the browser's tab: it parts a page from the pages that opened it, and the window has none of either, whatever the header
 * says (guards.ts). What it would do here is make Chromium throw the page's process away when the answer comes, and start a second one.
 */
const { 'Cross-Origin-Opener-Policy': _opener, ...headers } = pageHeaders

function answer(statusCode: number, data: Buffer = Buffer.alloc(0), type = 'text/plain'): Asset {
  return { statusCode, mimeType: type.split(';')[0] ?? type, headers: { ...headers, 'Content-Type': type }, data }
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
