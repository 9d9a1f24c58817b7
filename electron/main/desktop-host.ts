import { app } from 'electron'
import type { Host } from '../core/host'
import { nodeHost } from '../core/node-host'
import { openLink, reveal } from './native'
import { ownCliCommand } from './own-program'
import { electronStore, type LateStore } from './stores'

/** The machine as any Node process sees it, plus what only a desktop app has. Call when the app is ready. */
export function desktopHost(abilities: { readonly tray: boolean }, late: LateStore, copySecret: NonNullable<Host['copySecret']>): Host {
  const base = nodeHost({ shell: 'desktop', version: app.getVersion(), cliCommand: ownCliCommand() })
  return {
    ...base,
    locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    can: { reveal: true, openLink: true, launchAtLogin: true, tray: abilities.tray },
    profiles: electronStore(base.profiles.path, late),
    settings: electronStore(base.settings.path, late),
    reveal,
    openLink,
    copySecret,
  }
}
