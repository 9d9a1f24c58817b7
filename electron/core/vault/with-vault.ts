import type { Api, MethodName } from '../../../shared/contract'
import { eachMethod } from '../each-method'
import type { Scope } from '../scope'

/** Methods that may write a key: they make the vault, or move into it, first. `profiles.add` and `transfer.import` do so themselves, when their input is good. */
const writing: ReadonlySet<MethodName> = new Set<MethodName>([
  'profiles.edit',
  'profiles.remove',
  'profiles.duplicate',
  'profiles.reorder',
  'profiles.adopt',
  'keys.add',
  'keys.use',
  'keys.edit',
  'keys.remove',
  'paste.addKey',
  'connection.takeModel',
  'connection.takeEndpoint',
  'switch.apply',
  'switch.undo',
  'switch.restore',
  'doctor.applyFix',
])

/** Methods that need keys and write none. The doctor goes on without those that it cannot get. */
const reading: ReadonlySet<MethodName> = new Set<MethodName>([
  'profiles.reveal',
  'switch.preview',
  'switch.restorePreview',
  'connection.test',
  'connection.curl',
  'connection.endpoints',
  'doctor.previewFix',
  'env.render',
  'desktop.copyKey',
  'transfer.export',
  'transfer.inspect',
])

/** The methods of a core, each with what it needs of the vault at hand. All others unlock nothing and ask no keychain. */
export function withVault(scope: Scope, api: Api): Api {
  return eachMethod(api, (name, method) => {
    if (!writing.has(name) && !reading.has(name)) return method
    return async (input) => {
      if (reading.has(name)) await scope.host.vault.load()
      else await scope.prepareVault()
      return method(input)
    }
  })
}
