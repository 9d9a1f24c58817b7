import { readdirSync } from 'node:fs'
import path from 'node:path'

/** A file that may be served. */
export interface StaticFile {
  readonly file: string
  readonly type: string
  /** True if its name changes with its content, so that a browser may keep it. */
  readonly lasting: boolean
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * All files of a folder by URL path, listed once: what is not in the list cannot be asked for, so no path leads out of the folder. Links are
 * left out.
 */
export function listFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`
    files.set(url, { file, type: types[path.extname(url)] ?? 'application/octet-stream', lasting: url.startsWith('/assets/') })
  }
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return files
}
