import { setupMenu } from './app-menu'
import { setupSystemPreferences } from './apply-preferences'
import { type DeepLinks, setupSchemes } from './deep-link'
import type { Desktop } from './desktop'
import { setupGlobalShortcut } from './global-shortcut'
import { setupEvents } from './ipc'
import { setupLifecycle } from './lifecycle'
import { setupSwitchNews } from './switch-news'
import { setupTestHook } from './test-hook'
import { setupTray } from './tray'
import type { MainWindow } from './window'

export { setupDesktop } from './desktop'

/** Milliseconds in which the page reads the core and draws its first screen; what else there is to start would only be in its way. */
const FIRST_FRAMES = 300

/** Everything beside the window. Loaded apart, while the window's own process starts. */
export async function setupParts(desktop: Desktop, window: MainWindow, links: DeepLinks): Promise<void> {
  window.follow(desktop)
  setupEvents(desktop.core, window)
  desktop.core.watch()
  setupLifecycle(desktop, window, links)
  setupSystemPreferences(desktop.preferences, desktop.host.place)
  await window.loaded
  links.openIn({ show: window.show, offer: (link) => window.offer(desktop.core.offer(link)) })
  await new Promise((resolve) => setTimeout(resolve, FIRST_FRAMES))
  setupMenu(desktop, window)
  await desktop.late.load()
  setupSwitchNews(desktop, window)
  const tray = await setupTray(desktop, window)
  setupGlobalShortcut(desktop, window)
  setupSchemes(desktop.preferences)
  setupTestHook(tray, desktop.clipboard)
}
