import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const page = (url: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Switchyard</title><meta http-equiv="refresh" content="0;url=${url}"><a href="${url}">Switchyard</a>\n`

/**
 * Opens a link that holds a token. Every user of a machine can read process arguments, so the browser gets the name of a private file (0600 in a
 * folder of 0700) that leads to the link. `forget` deletes it. Where the browser may not read that file (some sandboxed ones), the printed link is
 * still there.
 */
export function openBrowser(url: string, onFailure: () => void): { forget(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-'))
  const file = path.join(folder, 'open.html')
  writeFileSync(file, page(url), { mode: 0o600 })
  const [command, ...args] = opener(process.platform, pathToFileURL(file).href)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.once('error', onFailure)
  child.once('exit', (code) => code && onFailure())
  child.unref()
  return { forget: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The system's own way to open something. */
export function opener(platform: string, target: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', target]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', target]
  return ['xdg-open', target]
}
