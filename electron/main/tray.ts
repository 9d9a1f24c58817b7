import { app, Menu, nativeTheme, Tray } from 'electron'
import type { Api } from '../../shared/contract'
import type { AppFiles } from './app-files'
import type { Desktop } from './desktop'
import { log } from './log'
import { trayActions } from './tray-actions'
import { type TrayState, trayMenu } from './tray-menu'
import type { MainWindow } from './window'

export interface AppTray {
  /** The menu as it stands. */
  menu(): Menu
}

/** Makes the tray icon and keeps its menu in step with the core. Without a tray the menu exists all the same, unseen. */
export async function setupTray(desktop: Desktop, window: Pick<MainWindow, 'show' | 'send'>): Promise<AppTray> {
  const { api, core, language } = desktop
  const { platform } = desktop.host.place
  const tray = makeTray(desktop.files, platform)
  let state = emptyState
  let menu = new Menu()
  const redraw = (): void => {
    menu = Menu.buildFromTemplate(trayMenu({ ...state, language: language() }, actions))
    tray?.setContextMenu(menu)
  }
  const diagnose = (): void => {
    window.show()
    window.send('show-screen', { screen: 'diagnose' })
  }
  const actions = trayActions({ api, language, open: () => window.show(), diagnose, quit: () => app.quit(), redraw })
  const take = (change: Partial<CoreState>): void => {
    state = { ...state, ...change }
    redraw()
  }
  core.subscribe((name, payload) => {
    if (name === 'profiles-changed') take({ profiles: payload as CoreState['profiles'] })
    if (name === 'status-changed') take({ status: payload as CoreState['status'] })
    if (name === 'history-changed') readUndo(api).then(take, (error: unknown) => log('the history could not be read', error))
  })
  desktop.preferences.onChange(redraw)
  // macOS opens the menu on a click; elsewhere a click opens the window and the other button the menu.
  if (platform !== 'darwin') tray?.on('click', () => window.show())
  redraw()
  const incomplete = (error: unknown): void => log('the tray menu is not complete', error)
  await Promise.all([readTools(api), readProfiles(api), readStatus(api), readUndo(api)].map((part) => part.then(take, incomplete)))
  return { menu: () => menu }
}

type CoreState = Omit<TrayState, 'language'>

const emptyState: CoreState = { tools: [], profiles: [], status: [], canUndo: false }

const readTools = async (api: Api): Promise<Partial<CoreState>> => ({
  tools: (await api['tools.list']({})).map(({ descriptor }) => ({ id: descriptor.id, label: descriptor.label })),
})

const readProfiles = async (api: Api): Promise<Partial<CoreState>> => ({ profiles: await api['profiles.list']({}) })

const readStatus = async (api: Api): Promise<Partial<CoreState>> => ({ status: await api['tools.status']({}) })

const readUndo = async (api: Api): Promise<Partial<CoreState>> => {
  const entries = await api['history.list']({ limit: 50 })
  return { canUndo: entries.some((entry) => entry.undoneBy === undefined && entry.action !== 'undo') }
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
