import { app, type DownloadItem, type Session, session, type WebContents } from 'electron'
import type { Desktop } from './desktop'
import { log } from './log'
import { originOf } from './origin'
import type { Page } from './page'

/** What every page of the app is kept from, whatever it tries. */
export interface GuardOptions {
  /** Origin of the app's own page. */
  readonly origin: string
  /** In development Vite reloads the page by navigating to it again. */
  readonly mayReload: boolean
  /** Gets the URL of a link that wanted a new window; the core's allow-list decides whether the system's browser opens it. */
  readonly onLink: (url: string) => void
}

/** Must run before the first window is made. */
export function setupGuards({ url, origin }: Pick<Page, 'url' | 'origin'>, desktop: Promise<Pick<Desktop, 'api'>>): void {
  const mayReload = url.startsWith('http:')
  const onLink = (link: string): void => {
    desktop.then(({ api }) => api['desktop.openLink']({ url: link })).catch((error: unknown) => log('a link was not opened', error))
  }
  app.on('web-contents-created', (_event, contents) => guardContents(contents, { origin, mayReload, onLink }))
}

/** No page leaves its place, opens a window or embeds another page. */
export function guardContents(contents: WebContents, options: GuardOptions): void {
  const refuse = (event: { preventDefault(): void; readonly url: string }): void => {
    if (options.mayReload && originOf(event.url) === options.origin) return
    event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    options.onLink(url)
    return { action: 'deny' }
  })
}

/**
 * Denies every download and every permission, but for what the app's own page makes itself: an export as a file, for which the system's dialog asks, and
 * text on the clipboard.
 */
export function setupPermissions(origin: string, target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(isPermitted(permission, originOf(details.requestingUrl), origin)),
  )
  target.setPermissionCheckHandler((_contents, permission, requesting) => isPermitted(permission, originOf(requesting), origin))
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', (event, item) => {
    if (!isOwnExport(item, origin)) event.preventDefault()
  })
}

/** True for an export that the page itself has made a file of: nothing is fetched for it, and the system's dialog asks where it goes. */
export const isOwnExport = (item: Pick<DownloadItem, 'getURL' | 'getFilename' | 'getMimeType'>, own: string): boolean => {
  const url = item.getURL()
  return (
    url.startsWith('blob:') &&
    originOf(url.slice('blob:'.length)) === own &&
    item.getMimeType() === 'application/json' &&
    /^switchyard-[\w-]+\.json$/.test(item.getFilename())
  )
}

/** `clipboard-sanitized-write` lets a page write text after a click; reading the clipboard is another permission. */
export function isPermitted(permission: string, requesting: string | null, own: string): boolean {
  return permission === 'clipboard-sanitized-write' && requesting === own
}
