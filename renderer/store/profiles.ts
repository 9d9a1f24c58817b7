import type { PasteProbe, Recognised } from '../../shared/model/paste'
import type { Derivation, ProfileInput, ProfileView } from '../../shared/model/profile'
import { freeName } from '../lib/free-name'
import { hostOf } from '../lib/host-of'
import type { Slice } from './app-state'
import type { KeyNotes } from './keys'

/** `manual` is the user's own order, the only one in which rows can be moved. */
export type Sorting = 'manual' | 'used' | 'name' | 'latency'

/** Actions throw a ProblemError, so that the place that asked can show it. */
export interface ProfilesSlice {
  readonly profiles: readonly ProfileView[]
  readonly query: string
  setQuery(query: string): void
  /** Only profiles with this tag are shown. */
  readonly tag?: string
  setTag(tag: string | undefined): void
  readonly sorting: Sorting
  setSorting(sorting: Sorting): void
  addProfile(profile: ProfileInput): Promise<ProfileView>
  editProfile(id: string, profile: ProfileInput): Promise<ProfileView>
  removeProfile(id: string): Promise<void>
  /** `name` gets a number when it is taken. */
  duplicateProfile(id: string, name: string): Promise<void>
  /** Moves a profile one place up (-1) or down (1). */
  moveProfile(id: string, by: -1 | 1): Promise<void>
  /** Moves a profile to where another one stands. */
  moveProfileTo(id: string, target: string): Promise<void>
  /** The key in use, where none is named. */
  revealKey(id: string, keyId?: string): Promise<string>
  derive(url: string, overrides: Readonly<Record<string, string>>): Promise<Derivation>
  /** `previous` is the draft that this one replaces: its key is forgotten. */
  recognise(text: string, previous?: string): Promise<Recognised>
  probePaste(draft: string): Promise<PasteProbe>
  savePaste(draft: string, profile: ProfileInput, consent: boolean): Promise<ProfileView>
  /** The draft's key becomes a further one of a profile that is there. */
  addPastedKey(draft: string, profileId: string, notes: KeyNotes, consent: boolean): Promise<ProfileView>
  forgetPaste(draft: string): Promise<void>
  /** Makes profiles of all relays that tools use without us; tools with the same relay and key share one. */
  adoptAll(tools: readonly string[]): Promise<void>
  /** Takes what a tool's files say into the profile `into.id`, or makes a new one. */
  adopt(tool: string, into: { readonly id: string } | { readonly name: string }): Promise<ProfileView>
}

export const profilesSlice: Slice<ProfilesSlice> = (api) => (set, get) => ({
  profiles: [],
  query: '',
  setQuery: (query) => set({ query }),
  setTag: (tag) => set({ tag }),
  sorting: 'manual',
  setSorting(sorting) {
    set({ sorting })
    if (sorting === 'used') void get().loadLastUsed()
  },
  addProfile: (profile) => api['profiles.add']({ profile }),
  editProfile: (id, profile) => api['profiles.edit']({ id, profile }),
  async removeProfile(id) {
    await api['profiles.remove']({ id })
  },
  async duplicateProfile(id, name) {
    const names = get().profiles.map((profile) => profile.name)
    await get().attempt(() => api['profiles.duplicate']({ id, name: freeName(name, names) }))
  },
  async moveProfile(id, by) {
    const ids = get()
      .profiles.filter((profile) => profile.kind === 'relay')
      .map((profile) => profile.id)
    const from = ids.indexOf(id)
    const to = from + by
    if (from < 0 || to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    await get().attempt(() => api['profiles.reorder']({ ids }))
  },
  async moveProfileTo(id, target) {
    const ids = get()
      .profiles.filter((profile) => profile.kind === 'relay')
      .map((profile) => profile.id)
    const [from, to] = [ids.indexOf(id), ids.indexOf(target)]
    if (from < 0 || to < 0 || from === to) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    await get().attempt(() => api['profiles.reorder']({ ids }))
  },
  async revealKey(id, keyId) {
    return (await api['profiles.reveal']({ id, keyId })).key
  },
  derive: (url, overrides) => api['profiles.derive']({ url, overrides: { ...overrides } }),
  recognise: (text, previous) => api['paste.recognise']({ text, previous }),
  probePaste: (draft) => api['paste.probe']({ draft }),
  savePaste: (draft, profile, consent) => api['paste.save']({ draft, profile, consent }),
  addPastedKey: (draft, profileId, notes, consent) => api['paste.addKey']({ draft, profileId, ...notes, consent }),
  async forgetPaste(draft) {
    await api['paste.forget']({ draft })
  },
  async adoptAll(tools) {
    const made = new Map<string, string>()
    for (const tool of tools) {
      const { baseUrl = '', keyMasked = '' } = get().status.find((one) => one.tool === tool) ?? {}
      const relay = `${hostOf(baseUrl)} ${keyMasked}`
      const id = made.get(relay)
      const { id: adopted } = await api['profiles.adopt']({ tool, ...(id === undefined ? {} : { id }) })
      made.set(relay, adopted)
    }
  },
  adopt: (tool, into) => api['profiles.adopt']({ tool, ...into }),
})
