import type { Slice } from './app-state'

/** What the user says of a key; an empty text takes away what was said before. */
export interface KeyNotes {
  readonly label?: string
  /** ISO 8601 day. */
  readonly expiresAt?: string
}

/** The several keys of one profile. Actions throw a ProblemError, so that the place that asked can show it. */
export interface KeysSlice {
  addKey(profileId: string, key: string, notes: KeyNotes): Promise<void>
  /** Makes a key the one in use, also in the tools that the profile is active in, and says so. */
  takeKey(profileId: string, keyId: string, overwriteChanged?: boolean): Promise<void>
  editKey(profileId: string, keyId: string, notes: KeyNotes): Promise<void>
  removeKey(profileId: string, keyId: string): Promise<void>
}

export const keysSlice: Slice<KeysSlice> = (api) => (_set, get) => ({
  async addKey(profileId, key, notes) {
    await api['keys.add']({ profileId, key, ...notes })
  },
  async takeKey(profileId, keyId, overwriteChanged) {
    const { profile, tools, ...report } = await api['keys.use']({ profileId, keyId, overwriteChanged })
    const key = profile.relay.keys?.find(({ id }) => id === keyId)
    get().notify({ kind: 'key-used', profile: profile.name, key: key?.label ?? key?.masked ?? '', inTools: tools.length > 0, report })
  },
  async editKey(profileId, keyId, notes) {
    await api['keys.edit']({ profileId, keyId, ...notes })
  },
  async removeKey(profileId, keyId) {
    await api['keys.remove']({ profileId, keyId })
  },
})
