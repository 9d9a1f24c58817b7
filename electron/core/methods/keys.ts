import type { Api } from '../../../shared/contract'
import type { Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { changeProfile, chooseKey } from '../choose-key'
import { keyWithId, withActiveKey } from '../chosen-key'
import { withKey } from '../key-in-step'
import { withNewKey, withNotes, withoutKey } from '../keys'
import { planGoal } from '../plan-goal'
import { profileById, profileFinder } from '../profile-lookup'
import { refuseOfficial } from '../profile-names'
import { viewOf } from '../profile-view'
import { readRecord, recordKey } from '../record'
import { changing, type Scope } from '../scope'
import { readSettings } from '../settings-store'
import { readStatus } from '../status'
import type { ToolAdapter } from '../tools/tool'
import { endInterrupted, transact } from '../transact'
import { activeKey } from '../vault/profile-keys'
import { servedBy } from './launch'

type Methods = Pick<Api, 'keys.add' | 'keys.use' | 'keys.edit' | 'keys.remove'>

/** Methods about the several keys of one profile. */
export function keyMethods(scope: Scope): Methods {
  const { host, adapters } = scope
  const { vault } = host
  const change = (id: string, work: (profile: Profile) => Profile) =>
    changing(scope, () => viewOf(changeProfile(scope, id, work), adapters))
  return {
    'keys.add': ({ profileId, key, ...notes }) => change(profileId, (profile) => withNewKey(profile, key, notes, vault)),
    'keys.edit': ({ profileId, keyId, ...notes }) => change(profileId, (profile) => withNotes(profile, keyId, notes, vault)),
    'keys.remove': ({ profileId, keyId }) => change(profileId, (profile) => withoutKey(profile, keyId, vault)),
    'keys.use': async ({ profileId, keyId, overwriteChanged }) => {
      refuseOfficial(profileId)
      await endInterrupted(host)
      const profile = profileById(host, profileId)
      const key = keyWithId(profile, keyId)
      const tools = toolsWith(scope, profile)
      const intent = {
        action: 'switch' as const,
        title: text(`Used the key ${key.label ?? key.masked} for ${profile.name}`, `${profile.name} 改用密钥 ${key.label ?? key.masked}`),
        profileId,
        key: { profileId, before: activeKey(profile)?.id ?? keyId, after: keyId },
        alongside: () => chooseKey(scope, profileId, keyId),
        overwriteChanged,
        historyLimit: readSettings(host).historyLimit,
      }
      // Read again under the lock: another shell may have edited the profile meanwhile.
      const anew = () => withActiveKey(profileById(host, profileId), keyId, vault)
      const plan = () => planGoal(host, { kind: 'relay', profile: anew() }, tools)
      const outcome = await withKey(scope, intent.key, () => transact(host, intent, plan))
      await scope.announce()
      return {
        ...outcome,
        status: await readStatus(host, adapters, profileFinder(host)),
        profile: viewOf(profileById(host, profileId), adapters),
        tools: tools.map(({ descriptor }) => descriptor.id),
      }
    },
  }
}

/** The tools, of those that the profile serves, in which it is active. */
function toolsWith({ host, adapters }: Scope, profile: Profile): ToolAdapter[] {
  const { tools } = readRecord(host)
  return servedBy(adapters, profile).filter((adapter) => {
    const [first] = adapter.locate(host.place)
    return tools[recordKey(adapter.descriptor.id, first?.path ?? '')]?.profileId === profile.id
  })
}
