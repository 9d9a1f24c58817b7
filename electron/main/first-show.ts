import type { BrowserWindow } from 'electron'

/** The channel on which the page says that its first screen is laid out; the preload script uses the same name. */
export const LAID_OUT_CHANNEL = 'switchyard:laid-out'

/** Milliseconds after which the window is shown with whatever it has. */
const LATEST = 1500

/**
 * Shows a window once its page is painted. Until its first screen is laid out the page counts as hidden (`paintWhenInitiallyHidden`), and so runs its
 * scripts beside the start of the GPU's process: a page that may be painted waits for that first, a tenth of a second on Linux (measured with
 * Electron 33). A page that is not throttled is painted although its window is hidden, so no empty window is seen.
 */
export function showOncePainted(window: Pick<BrowserWindow, 'isDestroyed' | 'isVisible' | 'once' | 'show' | 'webContents'>): void {
  const { webContents } = window
  let isShown = false
  const show = (): void => {
    clearTimeout(timer)
    if (isShown || window.isDestroyed()) return
    isShown = true
    if (!window.isVisible()) window.show()
    webContents.setBackgroundThrottling(true)
  }
  const timer = setTimeout(show, LATEST)
  window.once('ready-to-show', show)
  webContents.once('did-fail-load', show)
  webContents.ipc.once(LAID_OUT_CHANNEL, () => {
    if (!isShown) webContents.setBackgroundThrottling(false)
  })
}
