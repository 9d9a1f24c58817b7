import { app } from 'electron'
import { APP_ORIGIN, APP_URL } from './app-protocol'
import { originOf } from './origin'

/** The app's own page: where it is, and whether Vite serves it. */
export interface Page {
  readonly url: string
  readonly origin: string
  readonly development: boolean
}

export function ownPage(env: NodeJS.ProcessEnv = process.env): Page {
  const devUrl = app.isPackaged ? undefined : env.ELECTRON_RENDERER_URL
  return { url: devUrl ?? APP_URL, origin: (devUrl && originOf(devUrl)) ?? APP_ORIGIN, development: !app.isPackaged }
}
