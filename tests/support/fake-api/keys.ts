import type { Api } from '../../../shared/contract'
import type { KeyView, Profile, ProfileView, StoredKey } from '../../../shared/model/profile'
import type { SwitchReport } from '../../../shared/model/switch'
import { maskKey } from './derive'
import { type FakeState, refuse } from './state'

const FIRST = 'first'

/** The fake seals nothing: `sealed` is the key itself. */
const keysOf = ({ relay }: Profile): readonly StoredKey[] => relay.keys ?? [{ id: FIRST, masked: maskKey(relay.key), sealed: relay.key }]
const activeOf = ({ relay }: Profile): string => relay.activeKey ?? FIRST

export const keyViews = (profile: Profile): readonly KeyView[] =>
  keysOf(profile).map(({ sealed: _, ...key }) => ({ ...key, active: key.id === activeOf(profile) }))

export const plainKey = (profile: Profile, id = activeOf(profile)): string => keyIn(profile, id).sealed

/** The keys of a profile as the store keeps them when `key` is the one in use. */
export function withKey(old: Profile | undefined, key: string): Pick<Profile['relay'], 'key' | 'keys' | 'activeKey'> {
  if (old === undefined) return { key }
  const active = activeOf(old)
  const keys = keysOf(old).map((known) => (known.id === active ? { ...known, masked: maskKey(key), sealed: key } : known))
  return { key, keys, activeKey: active }
}

const keyIn = (profile: Profile, id: string): StoredKey =>
  keysOf(profile).find((key) => key.id === id) ?? refuse('unknown-key', 'The profile has no such key.', '该配置没有这个密钥。')

interface Needs {
  readonly state: FakeState
  find(id: string): Profile
  put(profile: Profile): ProfileView
  apply(input: { profileId: string; tools: string[]; overwriteChanged?: boolean }): SwitchReport
}

export function fakeKeys({ state, find, put, apply }: Needs): Pick<Api, 'keys.add' | 'keys.use' | 'keys.edit' | 'keys.remove'> {
  const store = (profile: Profile, keys: readonly StoredKey[], active = activeOf(profile)) =>
    put({ ...profile, relay: { ...profile.relay, keys, activeKey: active, key: keys.find(({ id }) => id === active)?.sealed ?? '' } })
  const noted = ({ label, expiresAt, ...key }: StoredKey, notes: { label?: string; expiresAt?: string }): StoredKey => ({
    ...key,
    label: (notes.label ?? label) || undefined,
    expiresAt: (notes.expiresAt ?? expiresAt) || undefined,
  })
  return {
    async 'keys.add'({ profileId, key, ...notes }) {
      const profile = find(profileId)
      if (keysOf(profile).some(({ sealed }) => sealed === key))
        return refuse('key-known', 'The profile has this key already.', '该配置已有此密钥。')
      const added = noted({ id: `key-${++state.counter}`, masked: maskKey(key), sealed: key }, notes)
      return store(profile, [...keysOf(profile), added])
    },
    async 'keys.edit'({ profileId, keyId, ...notes }) {
      const profile = find(profileId)
      keyIn(profile, keyId)
      return store(
        profile,
        keysOf(profile).map((key) => (key.id === keyId ? noted(key, notes) : key)),
      )
    },
    async 'keys.remove'({ profileId, keyId }) {
      const profile = find(profileId)
      if (activeOf(profile) === keyId) return refuse('key-in-use', 'This key is in use.', '该密钥正在使用。')
      return store(
        profile,
        keysOf(profile).filter((key) => key !== keyIn(profile, keyId)),
      )
    },
    async 'keys.use'({ profileId, keyId, overwriteChanged }) {
      const profile = find(profileId)
      keyIn(profile, keyId)
      const tools = Object.keys(state.tools).filter((tool) => state.tools[tool]?.profileId === profileId)
      const view = store(profile, keysOf(profile), keyId)
      const report = tools.length > 0 ? apply({ profileId, tools, overwriteChanged }) : { profileId, files: [], notices: [], status: [] }
      return { ...report, profile: view, tools }
    },
  }
}
