import { createClient } from '../../shared/client'
import type { Api } from '../../shared/contract'
import type { Language } from '../../shared/model/text'
import type { Reply } from '../../shared/transport'
import { type Core, createCore } from '../core/core'
import { dispatch } from '../core/dispatch'
import type { Host } from '../core/host'
import type { AppFiles } from './app-files'
import { desktopHost } from './desktop-host'
import { languageOf } from './language'
import type { Page } from './page'
import { type Preferences, setupPreferences } from './preferences'
import { type SecretClipboard, setupSecretClipboard } from './secret-clipboard'
import { type LateStore, lateStore } from './stores'

/** What the parts of the desktop shell share. */
export interface Desktop {
  readonly folder: string
  readonly files: AppFiles
  readonly page: Page
  readonly host: Host
  readonly core: Core
  /** The core's one door: checks a method and its input, calls, and answers. Never throws. */
  answer(method: unknown, input: unknown): Promise<Reply>
  /** The core behind that door: checked inputs, and every failure a ProblemError. */
  readonly api: Api
  readonly preferences: Preferences
  readonly late: LateStore
  readonly clipboard: SecretClipboard
  readonly trayShown: boolean
  language(): Language
}

export async function setupDesktop(folder: string, files: AppFiles, page: Page, trayShown: boolean): Promise<Desktop> {
  const late = lateStore()
  const clipboard = setupSecretClipboard()
  const host = desktopHost({ tray: trayShown }, late, clipboard.copy)
  const core = createCore(host)
  const answer: Desktop['answer'] = (method, input) => dispatch(core.api, method, input)
  const api = createClient({ call: answer, subscribe: (listener) => core.subscribe(listener) })
  // The page asks this first; asked now, all that it loads is loaded while the page's process still starts. A failure is told to the page.
  void answer('tools.status', {})
  const preferences = await setupPreferences(api, core.subscribe)
  const language = (): Language => languageOf(preferences.current().language, host.locale)
  return { folder, files, page, host, core, answer, api, preferences, late, clipboard, trayShown, language }
}
