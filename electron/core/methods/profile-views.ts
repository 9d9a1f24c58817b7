import type { Api } from '../../../shared/contract'
import { plainKey } from '../chosen-key'
import { profileById } from '../profile-lookup'
import { readProfiles } from '../profile-store'
import { officialView, viewOf } from '../profile-view'
import type { Scope } from '../scope'

/** Methods that show profiles. */
export function profileViewMethods({ host, adapters }: Scope): Pick<Api, 'profiles.list' | 'profiles.reveal'> {
  return {
    'profiles.list': async () => [officialView(adapters), ...readProfiles(host).profiles.map((profile) => viewOf(profile, adapters))],
    'profiles.reveal': async ({ id, keyId }) => ({ key: plainKey(profileById(host, id), keyId, host.vault) }),
  }
}
