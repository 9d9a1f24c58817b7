import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { AppFiles } from './app-files'
import { log } from './log'
import { backgroundOf, frameOf, overlayOf } from './window-frame'
import { type Bounds, MIN_SIZE, placeWindow, readWindowState, writeWindowState } from './window-state'

/**
 * Makes the window, unseen and empty, where it was the last time.
 * @param statePath file that remembers the window's place
 */
export function makeWindow(files: AppFiles, statePath: string, development: boolean): BrowserWindow {
  const { maximized, ...placement } = placeWindow(readWindowState(statePath), workAreas())
  const isDark = (): boolean => nativeTheme.shouldUseDarkColors
  const window = new BrowserWindow({
    ...placement,
    ...frameOf(process.platform, isDark()),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    // See first-show.ts.
    paintWhenInitiallyHidden: false,
    title: 'Switchyard',
    icon: files.image('icon-window.png'),
    autoHideMenuBar: true,
    backgroundColor: backgroundOf(isDark()),
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: development,
    },
  })
  if (maximized) window.once('show', () => window.maximize())
  nativeTheme.on('updated', () => {
    if (window.isDestroyed()) return
    window.setBackgroundColor(backgroundOf(isDark()))
    if (process.platform === 'win32') window.setTitleBarOverlay(overlayOf(isDark()))
  })
  window.on('close', () => remember(window, statePath))
  return window
}

function workAreas(): readonly Bounds[] {
  const main = screen.getPrimaryDisplay()
  return [main, ...screen.getAllDisplays().filter((display) => display.id !== main.id)].map((display) => display.workArea)
}

/** A place that cannot be saved costs the next start its position and nothing more. */
function remember(window: BrowserWindow, path: string): void {
  try {
    writeWindowState(path, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  } catch (error) {
    log('the place of the window could not be saved', error)
  }
}
