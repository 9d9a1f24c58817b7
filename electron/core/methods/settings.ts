import type { Api } from '../../../shared/contract'
import { pruneTo } from '../history'
import { changing, type Scope } from '../scope'
import { readSettings } from '../settings-store'

/** Methods about the user's preferences. */
export function settingsMethods(scope: Scope): Pick<Api, 'settings.get' | 'settings.set'> {
  const { host } = scope
  return {
    'settings.get': async () => readSettings(host),
    'settings.set': (patch) =>
      changing(scope, () => {
        const settings = { ...readSettings(host), ...patch }
        host.settings.write(settings)
        if (patch.historyLimit !== undefined) pruneTo(host.dataFolder, patch.historyLimit)
        return settings
      }),
  }
}
