import type { Api } from '../../../shared/contract'
import type { Offers } from '../paste/offers'
import type { Scope } from '../scope'
import { later } from './later'

/** Every method of the core. Each group is loaded with its first call. */
export function allMethods(scope: Scope, offers: Offers): Api {
  const profiles = later(
    ['profiles.add', 'profiles.edit', 'profiles.remove', 'profiles.duplicate', 'profiles.reorder', 'profiles.derive', 'profiles.adopt'],
    async () => (await import('./profiles')).profileMethods(scope),
  )
  const keys = later(['keys.add', 'keys.use', 'keys.edit', 'keys.remove'], async () => (await import('./keys')).keyMethods(scope))
  const connection = later(
    [
      'connection.test',
      'connection.cancel',
      'connection.results',
      'connection.curl',
      'connection.takeModel',
      'connection.endpoints',
      'connection.takeEndpoint',
    ],
    async () => (await import('./connection')).connectionMethods(scope),
  )
  return {
    ...later(['profiles.list', 'profiles.reveal'], async () => (await import('./profile-views')).profileViewMethods(scope)),
    ...profiles,
    ...connection,
    ...later(['host.info', 'tools.list', 'tools.status', 'desktop.reveal', 'desktop.openLink', 'desktop.copyKey'], async () =>
      (await import('./host')).hostMethods(scope),
    ),
    ...keys,
    ...later(['paste.recognise', 'paste.probe', 'paste.save', 'paste.addKey', 'paste.forget'], async () =>
      (await import('./paste')).pasteMethods(scope, { ...profiles, ...keys }, offers),
    ),
    ...later(['switch.preview', 'switch.apply', 'switch.undo', 'switch.restorePreview', 'switch.restore'], async () =>
      (await import('./switch')).switchMethods(scope),
    ),
    ...later(['history.list', 'history.lastUsed'], async () => (await import('./history')).historyMethods(scope)),
    ...later(['env.render'], async () => (await import('./env')).envMethods(scope)),
    ...later(['settings.get', 'settings.set'], async () => (await import('./settings')).settingsMethods(scope)),
    ...later(
      ['doctor.run', 'doctor.cancel', 'doctor.previewFix', 'doctor.applyFix', 'doctor.report', 'doctor.about', 'doctor.explain'],
      async () => (await import('./doctor')).doctorMethods(scope, connection),
    ),
    ...later(['vault.status', 'vault.unlock', 'vault.lock', 'vault.rotate', 'vault.protect'], async () =>
      (await import('./vault')).vaultMethods(scope),
    ),
    ...later(['transfer.export', 'transfer.inspect', 'transfer.import', 'transfer.forget'], async () =>
      (await import('./transfer')).transferMethods(scope),
    ),
  }
}
