import type { Profile } from '../../shared/model/profile'
import { withActiveKey } from './chosen-key'
import { known, refuseOfficial } from './profile-names'
import { readProfiles, writeProfiles } from './profile-store'
import type { Scope } from './scope'

/** Makes a key the active one in the store alone. The caller holds the lock, and sees to the tools. */
export const chooseKey = (scope: Scope, profileId: string, keyId: string): void =>
  void changeProfile(scope, profileId, (profile) => withActiveKey(profile, keyId, scope.host.vault))

/** Changes one profile in the store. The caller holds the lock. */
export function changeProfile({ host }: Scope, id: string, work: (profile: Profile) => Profile): Profile {
  refuseOfficial(id)
  const { profiles, strange } = readProfiles(host)
  const changed = { ...work(known(profiles, id)), updatedAt: host.now().toISOString() }
  writeProfiles(host, { profiles: profiles.map((each) => (each.id === id ? changed : each)), strange })
  return changed
}
