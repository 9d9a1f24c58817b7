import { app } from 'electron'
import { setupMenu } from './app-menu'
import { setupProtocol, setupScheme } from './app-protocol'
import { setupSystemPreferences } from './apply-preferences'
import { setupDataFolder } from './data-folder'
import { setupDesktop } from './desktop'
import { setupGuards, setupPermissions } from './guards'
import { setupEvents, setupIpc } from './ipc'
import { setupLifecycle, setupSingleInstance } from './lifecycle'
import { log } from './log'
import { setupTestHook } from './test-hook'
import { setupTray } from './tray'
import { isTrayShown } from './tray-support'
import { setupWindow } from './window'

/** No top-level await: an ES module that waits for the app to be ready keeps it from becoming ready. */
function start(): void {
  const folder = setupDataFolder()
  if (folder === null) {
    app.exit(1)
    return
  }
  if (!setupSingleInstance()) return
  app.setAppUserModelId('dev.switchyard.app')
  // As root Chromium runs without its sandbox or not at all, and says so by this switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  setupScheme()
  Promise.all([isTrayShown(process.platform), app.whenReady()])
    .then(([trayShown]) => boot(folder, trayShown))
    .catch((error: unknown) => {
      log('could not start', error)
      app.exit(1)
    })
}

/** The boot order. The window comes before the tray, which reads the tools' files. */
async function boot(folder: string, trayShown: boolean): Promise<void> {
  const desktop = await setupDesktop(folder, trayShown)
  setupProtocol(desktop.files.renderer)
  setupPermissions(desktop.origin)
  setupGuards(desktop)
  setupSystemPreferences(desktop.preferences, desktop.host.place)
  const window = setupWindow(desktop)
  setupIpc(desktop, window)
  setupEvents(desktop.core, window)
  setupMenu(desktop, window)
  setupLifecycle(desktop, window)
  const tray = await setupTray(desktop, window)
  setupTestHook(tray)
  desktop.core.watch()
}

start()
