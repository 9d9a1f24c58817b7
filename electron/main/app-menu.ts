import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type Language, type LocalText, text } from '../../shared/model/text'
import type { Desktop } from './desktop'
import type { MainWindow } from './window'

export interface AppMenuOptions {
  readonly platform: string
  readonly language: Language
  /** Adds what only a developer needs. */
  readonly development: boolean
  readonly openSettings: () => void
}

/** On macOS the menu of the screen; elsewhere it is hidden in the window, for its shortcuts. */
export function setupMenu(desktop: Desktop, window: Pick<MainWindow, 'show' | 'send'>): void {
  const openSettings = (): void => {
    window.show()
    window.send('show-screen', { screen: 'settings' })
  }
  const { platform } = desktop.host.place
  const draw = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(appMenu({ platform, language: desktop.language(), development: desktop.page.development, openSettings })),
    )
  draw()
  desktop.preferences.onChange(draw)
}

export function appMenu(options: AppMenuOptions): MenuItemConstructorOptions[] {
  const say = (words: LocalText): string => words[options.language]
  const item = (role: keyof typeof roles): MenuItemConstructorOptions => ({ role, label: say(roles[role]) })
  const settings: MenuItemConstructorOptions = {
    id: 'settings',
    label: say(labels.settings),
    accelerator: 'CmdOrCtrl+,',
    click: options.openSettings,
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const mac = options.platform === 'darwin'
  const appItems = [item('about'), line, settings, line, item('hide'), item('hideOthers'), item('unhide'), line, item('quit')]
  const developer: MenuItemConstructorOptions[] = options.development ? [line, { role: 'reload' }, { role: 'toggleDevTools' }] : []
  return [
    ...(mac ? [{ label: 'Switchyard', submenu: appItems }] : []),
    { label: say(labels.file), submenu: mac ? [item('close')] : [settings, line, item('close'), item('quit')] },
    {
      label: say(labels.edit),
      submenu: [item('undo'), item('redo'), line, item('cut'), item('copy'), item('paste'), item('selectAll')],
    },
    {
      label: say(labels.view),
      submenu: [item('resetZoom'), item('zoomIn'), item('zoomOut'), line, item('togglefullscreen'), ...developer],
    },
    { label: say(labels.window), submenu: mac ? [item('minimize'), item('zoom'), line, item('front')] : [item('minimize')] },
  ]
}

const labels = {
  file: text('File', '文件'),
  edit: text('Edit', '编辑'),
  view: text('View', '显示'),
  window: text('Window', '窗口'),
  settings: text('Settings…', '设置…'),
}

const roles = {
  about: text('About Switchyard', '关于 Switchyard'),
  hide: text('Hide Switchyard', '隐藏 Switchyard'),
  hideOthers: text('Hide Others', '隐藏其他'),
  unhide: text('Show All', '全部显示'),
  quit: text('Quit Switchyard', '退出 Switchyard'),
  close: text('Close Window', '关闭窗口'),
  undo: text('Undo', '撤销'),
  redo: text('Redo', '重做'),
  cut: text('Cut', '剪切'),
  copy: text('Copy', '复制'),
  paste: text('Paste', '粘贴'),
  selectAll: text('Select All', '全选'),
  resetZoom: text('Actual Size', '实际大小'),
  zoomIn: text('Zoom In', '放大'),
  zoomOut: text('Zoom Out', '缩小'),
  togglefullscreen: text('Full Screen', '全屏'),
  minimize: text('Minimize', '最小化'),
  zoom: text('Zoom', '缩放'),
  front: text('Bring All to Front', '全部置于顶层'),
} as const
