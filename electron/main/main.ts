import { app, Menu, nativeTheme } from 'electron'
import { appFiles } from './app-files'
import { setupProtocol, setupScheme } from './app-protocol'
import { cliArguments, runCli } from './cli'
import { setupCompileCache } from './compile-cache'
import { setupDataFolder } from './data-folder'
import { type DeepLinks, setupDeepLinks } from './deep-link'
import { firstSettings } from './first-settings'
import { setupGuards, setupPermissions } from './guards'
import { setupIpc } from './ipc'
import { setupSingleInstance } from './lifecycle'
import { log } from './log'
import { ownPage } from './page'
import { isTrayShown } from './tray-support'
import { setupWindow } from './window'

/** No top-level await: an ES module that waits for the app to be ready keeps it from becoming ready. */
function start(): void {
  const command = cliArguments(process.argv)
  if (command !== null) {
    runCli(command).catch(fail)
    return
  }
  const folder = setupDataFolder()
  if (folder === null) {
    app.exit(1)
    return
  }
  if (!setupSingleInstance()) return
  app.setAppUserModelId('dev.switchyard.app')
  // As root Chromium runs without its sandbox or not at all, and says so by this switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Under Wayland the compositor gives global shortcuts, through this portal.
  if (process.platform === 'linux' && !app.commandLine.hasSwitch('enable-features'))
    app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
  // Else Electron builds its own menu now, with shortcuts that are not ours.
  Menu.setApplicationMenu(null)
  setupScheme()
  setupCompileCache(folder)
  const links = setupDeepLinks(process.argv)
  app
    .whenReady()
    .then(() => boot(folder, links))
    .catch(fail)
}

/**
 * The boot order. The window comes first, behind its guards: its process starts while this one loads the core, and the page's first calls wait for
 * that. What nobody waits for (tray, menu, shortcut, watching) comes when the page is there.
 */
async function boot(folder: string, links: DeepLinks): Promise<void> {
  const settings = firstSettings(folder)
  nativeTheme.themeSource = settings.theme
  const page = ownPage()
  const files = appFiles(app.getAppPath())
  const pageSent = setupProtocol(files.renderer)
  const parts = pageSent.then(() => import('./parts'))
  // Starting a process holds this thread up; the files of the parts are read meanwhile.
  const trayShown = pageSent.then(() => isTrayShown(process.platform))
  const desktop = parts.then(async ({ setupDesktop }) => setupDesktop(folder, files, page, await trayShown))
  setupPermissions(page.origin)
  setupGuards(page, desktop)
  const window = setupWindow({ folder, files, page, settings })
  setupIpc(desktop, page, window)
  const { setupParts } = await parts
  await setupParts(await desktop, window, links)
}

function fail(error: unknown): void {
  log('could not start', error)
  app.exit(1)
}

start()
