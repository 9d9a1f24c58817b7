import { app } from 'electron'
import type { DeepLinks } from './deep-link'
import type { Desktop } from './desktop'
import type { MainWindow } from './window'

/** Only the first start goes on; a later one brings the first one's window to the front. @returns false when this is a later one */
export function setupSingleInstance(): boolean {
  if (app.requestSingleInstanceLock()) return true
  app.quit()
  return false
}

/** What starting again, clicking the dock and closing the last window mean. */
export function setupLifecycle({ host }: Pick<Desktop, 'host'>, window: Pick<MainWindow, 'show'>, links: Pick<DeepLinks, 'take'>): void {
  app.on('second-instance', (_event, argv) => {
    window.show()
    links.take(argv)
  })
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => {
    if (host.place.platform !== 'darwin') app.quit()
  })
}
