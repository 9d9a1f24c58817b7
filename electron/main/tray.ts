import { join } from 'node:path'
import { app, Menu, nativeTheme, Tray } from 'electron'
import type { Api } from '../../shared/contract'
import type { Events, TrayWish } from '../../shared/events'
import type { AppFiles } from './app-files'
import type { Desktop } from './desktop'
import { dotImage } from './dot-image'
import { log } from './log'
import { readRecent, withActive, writeRecent } from './recent-profiles'
import { trayActions } from './tray-actions'
import { healthOf, withReport } from './tray-health'
import { type TrayState, trayMenu } from './tray-menu'
import type { MainWindow } from './window'

export interface AppTray {
  /** The menu as it stands. */
  menu(): Menu
}

/** Makes the tray icon and keeps its menu in step with the core. Without a tray the menu exists all the same, unseen. */
export async function setupTray(desktop: Desktop, window: Pick<MainWindow, 'show' | 'send'>): Promise<AppTray> {
  const { api, core, language, preferences } = desktop
  const { platform } = desktop.host.place
  const tray = makeTray(desktop.files, platform)
  const recentFile = join(desktop.folder, 'recent.json')
  let state: CoreState = { ...emptyState, recent: readRecent(recentFile) }
  let menu = new Menu()
  const redraw = (): void => {
    menu = Menu.buildFromTemplate(trayMenu({ ...state, language: language() }, actions, dotImage))
    if (keepsMenu(platform, preferences.current().trayClick)) tray?.setContextMenu(menu)
    else tray?.setContextMenu(null)
  }
  const diagnose = (): void => {
    window.show()
    window.send('show-screen', { screen: 'diagnose', run: true })
  }
  const open = (): void => window.show()
  const unlock = (wish: TrayWish): void => {
    window.show()
    window.send('unlock-asked', wish)
  }
  const notifies = (): boolean => preferences.current().notifications
  const actions = trayActions({ api, language, notifies, open, diagnose, unlock, quit: () => app.quit(), redraw })
  const take = (change: Partial<CoreState>): void => {
    const recent = withActive(state.recent, change.status ?? [])
    if (recent !== state.recent) remember(recentFile, recent)
    state = { ...state, ...change, recent }
    redraw()
  }
  core.subscribe((name, payload) => {
    if (name === 'profiles-changed') take({ profiles: payload as CoreState['profiles'] })
    if (name === 'status-changed') take({ status: payload as CoreState['status'] })
    if (name === 'connection-report') {
      const { profileId, report } = payload as Events['connection-report']
      take({ health: withReport(state.health, profileId, report.tool, report.verdict.outcome) })
    }
    if (name === 'connection-remembered') readConnections(api).then(take, (error: unknown) => log('the tests could not be read', error))
    if (name === 'history-changed') readUndo(api).then(take, (error: unknown) => log('the history could not be read', error))
  })
  preferences.onChange(redraw)
  tray?.on('click', () => {
    if (preferences.current().trayClick === 'window') window.show()
    // On Linux the panel opens the menu, if it can.
    else if (platform !== 'linux') tray.popUpContextMenu(menu)
  })
  if (platform === 'darwin') tray?.on('right-click', () => tray.popUpContextMenu(menu))
  redraw()
  const incomplete = (error: unknown): void => log('the tray menu is not complete', error)
  const parts = [readTools(api), readProfiles(api), readStatus(api), readUndo(api), readConnections(api)]
  await Promise.all(parts.map((part) => part.then(take, incomplete)))
  return { menu: () => menu }
}

type CoreState = Omit<TrayState, 'language'>

const emptyState: CoreState = { tools: [], profiles: [], status: [], health: {}, connections: [], recent: [], canUndo: false }

const readTools = async (api: Api): Promise<Partial<CoreState>> => ({
  tools: (await api['tools.list']({})).map(({ descriptor }) => descriptor),
})

const readProfiles = async (api: Api): Promise<Partial<CoreState>> => ({ profiles: await api['profiles.list']({}) })

const readStatus = async (api: Api): Promise<Partial<CoreState>> => ({ status: await api['tools.status']({}) })

const readConnections = async (api: Api): Promise<Partial<CoreState>> => {
  const connections = await api['connection.results']({})
  return { connections, health: healthOf(connections) }
}

const readUndo = async (api: Api): Promise<Partial<CoreState>> => {
  const entries = await api['history.list']({ limit: 50 })
  return { canUndo: entries.some((entry) => entry.undoneBy === undefined && entry.action !== 'undo') }
}

function remember(file: string, recent: readonly string[]): void {
  try {
    writeRecent(file, recent)
  } catch (error) {
    log('the recent profiles could not be saved', error)
  }
}

/** On macOS an icon that has a menu opens it at every click, so there it has none while a click means the window. */
export function keepsMenu(platform: string, click: 'window' | 'menu'): boolean {
  return platform !== 'darwin' || click === 'menu'
}

function makeTray(files: AppFiles, platform: string): Tray | null {
  try {
    const tray = new Tray(files.image(trayImage(platform, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI)))
    tray.setToolTip('Switchyard')
    nativeTheme.on('updated', () => tray.setImage(files.image(trayImage(platform, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI))))
    return tray
  } catch (error) {
    log('there is no tray here', error)
    return null
  }
}

/** macOS tints a template image by itself. Linux panels may be dark under a light theme, so the image there brings its own ground. */
export function trayImage(platform: string, dark: boolean): string {
  if (platform === 'darwin') return 'trayTemplate.png'
  if (platform === 'linux') return 'tray-badge.png'
  return dark ? 'tray-on-dark.png' : 'tray-on-light.png'
}
