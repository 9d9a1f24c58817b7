import { join } from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import type { EventName, Events } from '../../shared/events'
import type { Settings } from '../../shared/model/settings'
import type { AppFiles } from './app-files'
import { closeWindow, openingOf, trackQuitting } from './closing'
import type { Desktop } from './desktop'
import { showOncePainted } from './first-show'
import { setupLeaveQuestion } from './leave-question'
import { log } from './log'
import { wasStartedAtLogin } from './login-item'
import { makeWindow } from './make-window'
import type { Page } from './page'
import { setupCrashSafety } from './page-crash'
import { isTrayShown } from './tray-support'

/** The channel for events to the page; the preload script uses the same name. */
export const EVENT_CHANNEL = 'switchyard:event'

/** The app's one window. */
export interface MainWindow {
  /** Resolves when the page and its scripts have been loaded for the first time, so that it listens; also when that failed. */
  readonly loaded: Promise<void>
  /** Brings the window to the front, from wherever it is. */
  show(): void
  /** Sends an event to the page. */
  send<E extends EventName>(name: E, payload: Events[E]): void
  /** Hands the page what it may show of a link that another program offers. */
  offer(text: string): void
  /** True for the page of this window. */
  owns(contents: WebContents): boolean
  isFocused(): boolean
  /** From now on the window obeys the settings as they change. */
  follow(desktop: Pick<Desktop, 'preferences' | 'language'>): void
}

export interface WindowOptions {
  readonly folder: string
  readonly files: AppFiles
  readonly page: Page
  /** As they are at the start. */
  readonly settings: Settings
}

/** Opens the window. Closed windows are hidden or the app quits, so there is one window from start to end. */
export function setupWindow({ folder, files, page, settings }: WindowOptions): MainWindow {
  let desktop: Pick<Desktop, 'preferences' | 'language'> | undefined
  const quitting = trackQuitting()
  const window = makeWindow(files, join(folder, 'window.json'), page.development)
  const language = () => desktop?.language() ?? 'en'
  const question = setupLeaveQuestion({ window, quitting, language, show: () => bringToFront(window) })
  window.on('close', (event) => {
    if (quitting.isUnderWay()) return
    event.preventDefault()
    if (question.isOpen()) return
    const isShown = () => isTrayShown(process.platform)
    closeWindow(process.platform, desktop?.preferences.current() ?? settings, isShown, () => window.hide()).catch((error: unknown) =>
      log('the window could not be closed', error),
    )
  })
  setupCrashSafety(window, language)
  open(window, settings)
  const loaded = new Promise<void>((resolve) => window.webContents.once('did-stop-loading', () => resolve()))
  window.loadURL(page.url).catch((error: unknown) => {
    if (!quitting.isUnderWay()) log('the window could not load its page', error)
  })
  const send: MainWindow['send'] = (name, payload) => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload)
  }
  return {
    loaded,
    show: () => bringToFront(window),
    send,
    offer: (text) => send('paste-offered', { text }),
    owns: (contents) => !window.isDestroyed() && window.webContents === contents,
    isFocused: () => !window.isDestroyed() && window.isFocused(),
    follow(given) {
      desktop = given
    },
  }
}

/** Only a start that may be hidden waits for what the panel says of its tray. */
function open(window: BrowserWindow, settings: Settings): void {
  const atLogin = wasStartedAtLogin(process.argv, process.platform)
  if (openingOf(atLogin, settings, true) === 'shown') {
    showOncePainted(window)
    return
  }
  isTrayShown(process.platform)
    .then((shown) => {
      if (openingOf(atLogin, settings, shown) === 'minimized') window.minimize()
    })
    .catch((error: unknown) => log('the window could not be minimized', error))
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
