import type { Api } from '../../../shared/contract'
import { pruneTo } from '../history'
import { changing, type Scope } from '../scope'
import { checkSettings } from '../settings-check'
import { readSettings } from '../settings-store'

/** Methods about the user's preferences. */
export function settingsMethods(scope: Scope): Pick<Api, 'settings.get' | 'settings.set'> {
  const { host, adapters } = scope
  return {
    'settings.get': async () => readSettings(host),
    'settings.set': (patch) =>
      changing(scope, () => {
        checkSettings(patch, host.place, adapters)
        const settings = { ...readSettings(host), ...patch }
        host.settings.write(settings)
        if (patch.historyLimit !== undefined) pruneTo(host.dataFolder, patch.historyLimit)
        return settings
      }),
  }
}
