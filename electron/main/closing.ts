import { app } from 'electron'
import type { Settings } from '../../shared/model/settings'
import { log } from './log'

/** Whether the app is about to end. */
export interface Quitting {
  /** True from the moment the app is told to quit, by whomever, unless that was called off. */
  isUnderWay(): boolean
  /** The app stays: Electron says so to nobody when a page keeps its window open. */
  callOff(): void
}

export function trackQuitting(): Quitting {
  let underWay = false
  app.on('before-quit', () => {
    underWay = true
  })
  return {
    isUnderWay: () => underWay,
    callOff() {
      underWay = false
    },
  }
}

/**
 * Closing the window hides it where something is left to bring it back: the dock of macOS, or a tray icon, if the user wants that. Else it quits.
 * @param trayShown asked at every close, for at login the panel may come up after the app
 */
export async function closeWindow(
  platform: string,
  settings: Settings,
  trayShown: () => Promise<boolean>,
  hide: () => void,
): Promise<void> {
  if (platform === 'darwin') return hide()
  if (settings.closeToTray && (await trayShown())) return hide()
  if (settings.closeToTray) log('no tray shows icons here, so closing the window quits')
  app.quit()
}

/** How the window comes up: at login unseen, if the user wants that; on the task bar at least, where there is no tray. */
export function openingOf(atLogin: boolean, settings: Settings, trayShown: boolean): 'shown' | 'hidden' | 'minimized' {
  if (!atLogin || !settings.startHidden) return 'shown'
  return trayShown ? 'hidden' : 'minimized'
}
