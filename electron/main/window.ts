import { join } from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import type { EventName, Events } from '../../shared/events'
import { closeWindow, openingOf, trackQuitting } from './closing'
import type { Desktop } from './desktop'
import { log } from './log'
import { wasStartedAtLogin } from './login-item'
import { makeWindow } from './make-window'
import { isTrayShown } from './tray-support'

/** The channel for events to the page; the preload script uses the same name. */
export const EVENT_CHANNEL = 'switchyard:event'

/** The app's one window. */
export interface MainWindow {
  /** Brings the window to the front, from wherever it is. */
  show(): void
  /** Sends an event to the page. */
  send<E extends EventName>(name: E, payload: Events[E]): void
  /** True for the page of this window. */
  owns(contents: WebContents): boolean
}

/** Opens the window. Closed windows are hidden or the app quits, so there is one window from start to end. */
export function setupWindow(desktop: Desktop): MainWindow {
  const { host, preferences } = desktop
  const isQuitting = trackQuitting()
  const window = makeWindow(desktop.files, join(desktop.folder, 'window.json'), desktop.development)
  window.on('close', (event) => {
    if (isQuitting()) return
    event.preventDefault()
    const trayShown = () => isTrayShown(host.place.platform)
    closeWindow(host.place.platform, preferences.current(), trayShown, () => window.hide()).catch((error: unknown) =>
      log('the window could not be closed', error),
    )
  })
  const opening = openingOf(wasStartedAtLogin(process.argv, host.place.platform), preferences.current(), desktop.trayShown)
  if (opening === 'shown') window.once('ready-to-show', () => window.show())
  if (opening === 'minimized') window.minimize()
  window.loadURL(desktop.url).catch((error: unknown) => {
    if (!isQuitting()) log('the window could not load its page', error)
  })
  return {
    show: () => bringToFront(window),
    send(name, payload) {
      if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload)
    },
    owns: (contents) => !window.isDestroyed() && window.webContents === contents,
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
