import { app } from 'electron'
import { createClient } from '../../shared/client'
import type { Api } from '../../shared/contract'
import type { Language } from '../../shared/model/text'
import { type Core, createCore } from '../core/core'
import { dispatch } from '../core/dispatch'
import type { Host } from '../core/host'
import { type AppFiles, appFiles } from './app-files'
import { APP_ORIGIN, APP_URL } from './app-protocol'
import { desktopHost } from './desktop-host'
import { languageOf } from './language'
import { originOf } from './origin'
import { type Preferences, setupPreferences } from './preferences'

/** What the parts of the desktop shell share. */
export interface Desktop {
  readonly folder: string
  readonly files: AppFiles
  readonly host: Host
  readonly core: Core
  /** The core behind its one door: checked inputs, and every failure a ProblemError. */
  readonly api: Api
  readonly preferences: Preferences
  /** Address and origin of the app's page. */
  readonly url: string
  readonly origin: string
  readonly development: boolean
  readonly trayShown: boolean
  language(): Language
}

export async function setupDesktop(folder: string, trayShown: boolean): Promise<Desktop> {
  const host = desktopHost({ tray: trayShown })
  const core = createCore(host)
  const api = createClient({
    call: (method, input) => dispatch(core.api, method, input),
    subscribe: (listener) => core.subscribe(listener),
  })
  const preferences = await setupPreferences(api, core.subscribe)
  const devUrl = app.isPackaged ? undefined : host.place.env.ELECTRON_RENDERER_URL
  return {
    folder,
    files: appFiles(app.getAppPath()),
    host,
    core,
    api,
    preferences,
    url: devUrl ?? APP_URL,
    origin: (devUrl && originOf(devUrl)) ?? APP_ORIGIN,
    development: !app.isPackaged,
    trayShown,
    language: () => languageOf(preferences.current().language, host.locale),
  }
}
