import type { HostInfo } from '../../../shared/model/host'
import {
  type DerivedUrl,
  OFFICIAL_ID,
  type Profile,
  type ProfileInput,
  type ProfileView,
  type ToolProfile,
} from '../../../shared/model/profile'
import type { Settings } from '../../../shared/model/settings'
import type { HistoryEntry, Problem, ToolStatus, ValueChange } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { VaultStatus } from '../../../shared/model/vault'
import { ProblemError } from '../../../shared/transport'
import { fakeDerive, maskKey } from './derive'
import { fakeTools } from './descriptors'
import type { Live } from './files'
import { keyViews, withKey } from './keys'

/** What a tool's files hold and who wrote it. */
export interface ToolState {
  readonly live?: Live
  readonly profileId?: string
  readonly changes?: readonly ValueChange[]
  readonly problem?: Problem
  /** True once the profile was edited after it was written. */
  readonly outdated?: boolean
}

/** Everything the fake remembers. */
export interface FakeState {
  profiles: Profile[]
  tools: Record<string, ToolState>
  /** Newest first, each with the states to go back to. */
  history: { entry: HistoryEntry; before: Record<string, ToolState> }[]
  settings: Settings
  host: HostInfo
  counter: number
  vault: VaultStatus
  /** Of a vault that a passphrase protects. */
  passphrase: string
}

const emptyTool: ToolProfile = { enabled: true, models: {}, options: {}, extra: {} }
const offTool: ToolProfile = { enabled: false, models: {}, options: {}, extra: {} }

export const toolOf = (profile: Pick<Profile, 'tools'>, tool: string): ToolProfile => profile.tools[tool] ?? offTool

export function viewOf(profile: Profile): ProfileView {
  const overrides = Object.fromEntries(Object.entries(profile.tools).map(([id, tool]) => [id, tool.baseUrl]))
  const { tools: derived } = fakeDerive(profile.relay.url, overrides)
  const none: DerivedUrl = { baseUrl: '', overridden: false, notes: [] }
  const { key, keys: _, activeKey: __, ...relay } = profile.relay
  return {
    ...profile,
    kind: 'relay',
    relay: { ...relay, keyMasked: maskKey(key), keys: keyViews(profile) },
    tools: Object.fromEntries(fakeTools.map(({ descriptor: { id } }) => [id, { ...toolOf(profile, id), derived: derived[id] ?? none }])),
  }
}

export const officialView = (): ProfileView => ({
  id: OFFICIAL_ID,
  kind: 'official',
  name: 'Official',
  relay: { url: '', keyMasked: '' },
  tools: Object.fromEntries(
    fakeTools.map(({ descriptor }) => [descriptor.id, { ...emptyTool, derived: { baseUrl: '', overridden: false, notes: [] } }]),
  ),
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
})

export const targetOf = (profile: Profile, tool: string): Live => ({
  baseUrl: toolOf(profile, tool).baseUrl || (fakeDerive(profile.relay.url).tools[tool]?.baseUrl ?? ''),
  key: profile.relay.key,
  model: toolOf(profile, tool).models.main || undefined,
})

export function statusOf(state: FakeState, tool: string): ToolStatus {
  const { live, profileId, changes = [], problem, outdated } = state.tools[tool] ?? {}
  if (problem) return { tool, state: 'unreadable', changes: [], problem }
  if (!live) return { tool, state: 'official', profileId: OFFICIAL_ID, profileName: 'Official', changes: [] }
  const seen = { tool, baseUrl: live.baseUrl, model: live.model, keyMasked: maskKey(live.key), changes }
  const profile = state.profiles.find((candidate) => candidate.id === profileId)
  if (!profile) return { ...seen, state: 'foreign' }
  const stateName = changes.length > 0 ? 'changed' : outdated ? 'outdated' : 'in-sync'
  return { ...seen, state: stateName, profileId: profile.id, profileName: profile.name }
}

export const refuse = (code: string, en: string, zh: string, hint?: [string, string]): never => {
  throw new ProblemError({ code, kind: 'refused', message: text(en, zh), hint: hint && text(hint[0], hint[1]) })
}

/** A profile as the store would keep it. */
export function profileFrom(input: ProfileInput, id: string, at: string, old?: Profile): Profile {
  const key = input.relay.key ?? old?.relay.key
  if (!key)
    return refuse('key-missing', 'The profile has no key.', '配置没有密钥。', ['Paste the key of the relay.', '请粘贴中转站的密钥。'])
  return {
    ...input,
    id,
    relay: { ...input.relay, url: fakeDerive(input.relay.url).root, ...withKey(old, key) },
    createdAt: old?.createdAt ?? at,
    updatedAt: at,
  }
}
