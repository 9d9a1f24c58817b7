import { type KeyView, OFFICIAL_ID, type Profile, type ProfileView, type StoredKey } from '../../shared/model/profile'
import { absentTool, deriveUrl } from './target'
import type { ToolAdapter } from './tools/tool'
import { activeKey, maskedKeyOf } from './vault/profile-keys'

type OpenPart = Pick<Profile['relay'], 'url' | 'website' | 'notes' | 'endpoints'>

/** What anyone may read of a relay: all but its keys. */
export function openPart({ url, website, notes, endpoints }: OpenPart): OpenPart {
  return {
    url,
    ...(website === undefined ? {} : { website }),
    ...(notes === undefined ? {} : { notes }),
    ...(endpoints === undefined ? {} : { endpoints }),
  }
}

/** A profile as shells may see it. */
export function viewOf(profile: Profile, adapters: readonly ToolAdapter[]): ProfileView {
  return {
    ...profile,
    kind: 'relay',
    relay: { ...openPart(profile.relay), keyMasked: maskedKeyOf(profile), ...keyViews(profile) },
    tools: Object.fromEntries(
      adapters.map((adapter) => {
        const tool = profile.tools[adapter.descriptor.id] ?? absentTool
        return [adapter.descriptor.id, { ...tool, derived: deriveUrl(adapter, profile.relay.url, tool.baseUrl) }]
      }),
    ),
  }
}

function keyViews(profile: Profile): { readonly keys?: readonly KeyView[] } {
  const { keys } = profile.relay
  if (keys === undefined) return {}
  const active = activeKey(profile)
  return { keys: keys.map((key) => ({ ...withoutSealed(key), active: key === active })) }
}

const withoutSealed = ({ id, label, expiresAt, masked }: StoredKey): Omit<StoredKey, 'sealed'> => ({
  id,
  ...(label === undefined ? {} : { label }),
  ...(expiresAt === undefined ? {} : { expiresAt }),
  masked,
})

/** The built-in profile without a relay: switching to it takes back what we added. */
export function officialView(adapters: readonly ToolAdapter[]): ProfileView {
  return {
    id: OFFICIAL_ID,
    kind: 'official',
    name: 'Official',
    relay: { url: '', keyMasked: '' },
    tools: Object.fromEntries(
      adapters.map(({ descriptor }) => [
        descriptor.id,
        { ...absentTool, enabled: true, derived: { baseUrl: '', overridden: false, notes: [] } },
      ]),
    ),
    createdAt: '',
    updatedAt: '',
  }
}
