import { EventEmitter } from 'node:events'

/** The events and answers that a test looks at or sets. */
export interface FakeControls {
  /** What was asked of the system, in order: name of the call, then its arguments. */
  readonly calls: (readonly [string, ...unknown[]])[]
  readonly trays: FakeTray[]
  readonly exposed: Record<string, unknown>
  /** Handlers set on the session, by the setter's name. */
  readonly session: Record<string, (...args: unknown[]) => unknown>
  /** Index of the button that is pressed in every dialog. */
  response: number
  /** What shell.openPath answers; empty means done. */
  openPathFailure: string
  trayFails: boolean
  /** What the system says to a global shortcut. */
  shortcut: 'given' | 'taken' | 'invalid'
  /** Shortcuts that are registered, with what they do. */
  readonly shortcuts: Map<string, () => void>
  /** The text on the clipboard. */
  clipboard: string
  /** The event object that the next calls from the page arrive with. */
  sender: unknown
  /** Forgets the handlers of the main process. */
  reset(): void
  /** Calls the main process as the page would: arguments and answer are cloned. */
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  /** Sends to the page as webContents.send would. */
  sendToPage(channel: string, ...args: unknown[]): void
}

export class FakeTray extends EventEmitter {
  menu: { items: unknown[] } | null = null
  popped: { items: unknown[] } | undefined
  image: string
  toolTip = ''
  constructor(image: string) {
    super()
    this.image = image
  }
  setContextMenu(menu: { items: unknown[] } | null): void {
    this.menu = menu
  }
  popUpContextMenu(menu: { items: unknown[] }): void {
    this.popped = menu
  }
  setImage(image: string): void {
    this.image = image
  }
  setToolTip(words: string): void {
    this.toolTip = words
  }
}

/** A page of a window: records what guards do to it. */
export class FakeContents extends EventEmitter {
  readonly mainFrame: { url: string; parent: unknown }
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  constructor(url = 'app://switchyard/') {
    super()
    this.mainFrame = { url, parent: null }
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
}

/** The module as tests see it: its controls, and what they send themselves. */
export interface FakeElectron {
  readonly fake: FakeControls
  readonly app: EventEmitter
  readonly [name: string]: unknown
}

/** Stands for the module `electron` in plain Node: enough for the seams of electron/main and the preload script. */
export function createFakeElectron(): FakeElectron {
  const handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>()
  const page = new EventEmitter()
  const record =
    (name: string) =>
    (...args: unknown[]): void => {
      fake.calls.push([name, ...args])
    }
  const fake: FakeControls = {
    calls: [],
    trays: [],
    exposed: {},
    session: {},
    response: 0,
    openPathFailure: '',
    trayFails: false,
    shortcut: 'given',
    shortcuts: new Map(),
    clipboard: '',
    sender: null,
    reset: () => handlers.clear(),
    async invoke(channel, ...args) {
      const handler = handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      return structuredClone(await handler(fake.sender, ...structuredClone(args)))
    },
    sendToPage: (channel, ...args) => {
      page.emit(channel, {}, ...structuredClone(args))
    },
  }
  const setter = (name: string) => (handler: (...args: unknown[]) => unknown) => {
    fake.session[name] = handler
  }
  return {
    fake,
    clipboard: {
      readText: async () => fake.clipboard,
      writeText: async (value: string) => {
        fake.clipboard = value
      },
    },
    app: Object.assign(new EventEmitter(), {
      isPackaged: false,
      getAppPath: () => '/app',
      getVersion: () => '0.0.0',
      getPath: () => '/none',
      quit: record('app.quit'),
      setLoginItemSettings: record('app.setLoginItemSettings'),
      setAsDefaultProtocolClient: (scheme: string) => {
        fake.calls.push(['app.setAsDefaultProtocolClient', scheme])
        return true
      },
      removeAsDefaultProtocolClient: (scheme: string) => {
        fake.calls.push(['app.removeAsDefaultProtocolClient', scheme])
        return true
      },
      getLoginItemSettings: () => ({ wasOpenedAtLogin: true }),
    }),
    BrowserWindow: class extends EventEmitter {},
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        fake.exposed[name] = api
      },
    },
    dialog: {
      showMessageBox: (...args: unknown[]) => {
        // A window may come before the box.
        fake.calls.push(['dialog.showMessageBox', args.at(-1)])
        return Promise.resolve({ response: fake.response })
      },
    },
    globalShortcut: {
      register: (accelerator: string, action: () => void) => {
        if (fake.shortcut === 'invalid') throw new TypeError('conversion failure')
        if (fake.shortcut === 'given') fake.shortcuts.set(accelerator, action)
        return fake.shortcut === 'given'
      },
      unregisterAll: () => fake.shortcuts.clear(),
    },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) => {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
        handlers.set(channel, handler)
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => fake.invoke(channel, ...args),
      send: record('ipcRenderer.send'),
      on: (channel: string, listener: (...args: unknown[]) => void) => page.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) => page.off(channel, listener),
    },
    Menu: class {
      items: unknown[] = []
      static buildFromTemplate = (items: unknown[]) => ({ items })
      static setApplicationMenu = record('Menu.setApplicationMenu')
    },
    nativeImage: {
      createEmpty: () => ({ addRepresentation: () => undefined }),
      createFromBitmap: () => ({ toPNG: () => Buffer.alloc(0) }),
    },
    nativeTheme: Object.assign(new EventEmitter(), {
      themeSource: 'system',
      shouldUseDarkColors: false,
      shouldUseDarkColorsForSystemIntegratedUI: false,
    }),
    Notification: class extends EventEmitter {
      static isSupported = () => true
      constructor(readonly options: unknown) {
        super()
      }
      show(): void {
        record('Notification.show')(this.options)
      }
    },
    protocol: {
      registerBufferProtocol: record('protocol.registerBufferProtocol'),
      registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged'),
    },
    screen: {},
    session: {
      defaultSession: {
        setPermissionRequestHandler: setter('request'),
        setPermissionCheckHandler: setter('check'),
        setDevicePermissionHandler: setter('device'),
        on: (name: string, listener: (...args: unknown[]) => unknown) => {
          fake.session[name] = listener
        },
      },
    },
    shell: {
      openPath: (path: string) => {
        fake.calls.push(['shell.openPath', path])
        return Promise.resolve(fake.openPathFailure)
      },
      showItemInFolder: record('shell.showItemInFolder'),
      openExternal: (url: string) => {
        fake.calls.push(['shell.openExternal', url])
        return Promise.resolve()
      },
    },
    Tray: class extends FakeTray {
      constructor(image: string) {
        super(image)
        if (fake.trayFails) throw new Error('no tray')
        fake.trays.push(this)
      }
    },
  }
}
