import type { Api } from '../../../shared/contract'
import { envLines } from '../env-lines'
import type { Scope } from '../scope'
import { profileEnv, relayProfile, servedBy } from './launch'

/** Environment lines for shells, where a file cannot be written: CI, containers, SSH. */
export function envMethods(scope: Scope): Pick<Api, 'env.render'> {
  return {
    'env.render': async ({ profileId, shell, tools }) => {
      const profile = relayProfile(scope, profileId)
      return { text: envLines(shell, profileEnv(profile, servedBy(scope.adapters, profile, tools))) }
    },
  }
}
