import type { LocalText } from './text'
import type { ToolId } from './tool'

/** What a profile says about one tool. */
export interface ToolProfile {
  readonly enabled: boolean
  /** The user's own base URL; without it the base URL is derived from the relay's URL. */
  readonly baseUrl?: string
  /** Model id by slot id. */
  readonly models: Readonly<Record<string, string>>
  /** Chosen options by option id; absent means the option's default. */
  readonly options: Readonly<Record<string, string | boolean>>
  /** Further settings, in the tool's own terms (see `extraHint` of its descriptor). */
  readonly extra: Readonly<Record<string, string | number | boolean>>
}

/**
 * How tools get the key. `file`: it is written into their files. `command`: their files name a command that prints it, where a tool can ask one, so
 * that no plain key lies on the disk.
 */
export type KeyDelivery = 'file' | 'command'

/** One API key of a profile, as it is stored. `masked` and `label` can be shown; `sealed` is opened by the vault only. */
export interface StoredKey {
  readonly id: string
  readonly label?: string
  /** ISO 8601 day, as the relay says. */
  readonly expiresAt?: string
  readonly masked: string
  readonly sealed: string
}

/** A profile as it is stored. `key` never leaves the core but through an explicit reveal. */
export interface Profile {
  readonly id: string
  readonly name: string
  readonly color?: string
  readonly icon?: string
  /** The user's own words to find and group profiles by; each is there once. */
  readonly tags?: readonly string[]
  /** Absent: `file`. */
  readonly keyDelivery?: KeyDelivery
  readonly relay: {
    readonly url: string
    /** Opened when it is asked for; a locked vault makes that throw. */
    readonly key: string
    readonly keys?: readonly StoredKey[]
    readonly activeKey?: string
    readonly website?: string
    readonly notes?: string
    /** Further root URLs of the same relay, which take the same key. `url` is the one that tools get. */
    readonly endpoints?: readonly string[]
  }
  readonly tools: Readonly<Record<ToolId, ToolProfile>>
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** What a form or a command hands in. Without `key`, `tags` or `keyDelivery` an edit keeps the stored ones. */
export interface ProfileInput {
  readonly name: string
  readonly color?: string
  readonly icon?: string
  readonly tags?: readonly string[]
  readonly keyDelivery?: KeyDelivery
  readonly relay: {
    readonly url: string
    readonly key?: string
    readonly website?: string
    readonly notes?: string
    /** Further URLs of the same relay, in any spelling. */
    readonly endpoints?: readonly string[]
  }
  readonly tools: Readonly<Record<ToolId, ToolProfile>>
}

/** The profile that means "no relay": the tool as it was before Switchyard. It always exists and cannot be edited. */
export const OFFICIAL_ID = 'official'

/** A base URL as one tool gets it, and what was changed on the way, in words. */
export interface DerivedUrl {
  readonly baseUrl: string
  readonly overridden: boolean
  readonly notes: readonly LocalText[]
}

/** One key of a profile as shells see it. */
export interface KeyView extends Omit<StoredKey, 'sealed'> {
  /** The one that tools get. */
  readonly active: boolean
}

/** A profile as shells see it: the key is masked. */
export interface ProfileView {
  readonly id: string
  readonly kind: 'relay' | 'official'
  readonly name: string
  readonly color?: string
  readonly icon?: string
  readonly tags?: readonly string[]
  readonly keyDelivery?: KeyDelivery
  readonly relay: {
    readonly url: string
    readonly keyMasked: string
    /** In the order in which they were added. Absent where the vault holds none of them yet, as for the built-in profile. */
    readonly keys?: readonly KeyView[]
    readonly website?: string
    readonly notes?: string
    readonly endpoints?: readonly string[]
  }
  readonly tools: Readonly<Record<ToolId, ToolProfile & { readonly derived: DerivedUrl }>>
  readonly createdAt: string
  readonly updatedAt: string
}

/** What pasted text becomes: the root to store and every form that is made of it. */
export interface Derivation {
  readonly root: string
  readonly notes: readonly LocalText[]
  /** Absent when the text is a usable URL. */
  readonly problem?: { readonly message: LocalText; readonly hint: LocalText }
  /** By tool id. */
  readonly tools: Readonly<Record<ToolId, DerivedUrl>>
  /** Forms for applications that Switchyard does not write, to copy by hand. */
  readonly others: readonly { readonly id: string; readonly label: string; readonly baseUrl: string }[]
}
