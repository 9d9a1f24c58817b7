import type { KeyView, ProfileView } from './profile'
import type { LocalText } from './text'
import type { Protocol, ToolId } from './tool'

/** The longest text that is looked at, in UTF-16 units. Whatever holds a URL and a key is far shorter. */
export const LONGEST_PASTE = 100_000

/** Something in pasted text that can do harm, or looks as if it were meant to. None of it is ever written. */
export interface PasteRisk {
  /** Stable id, such as `plain-http`. */
  readonly id: string
  readonly message: LocalText
  /** The words of the text that it is about: names and hosts, never a key. */
  readonly evidence?: string
  /** Nothing is saved before the user has said yes to it. */
  readonly consent: boolean
}

/** What pasted text turned out to be. Holds no key: the core keeps that, under `draft`, until it is saved. */
export interface Recognised {
  /** Names the draft in the core; it is forgotten after half an hour. */
  readonly draft: string
  /** What kind of text it was, in words. Absent when nothing was found in it. */
  readonly source?: LocalText
  /** Came from another program or web page as a link. */
  readonly link: boolean
  /** The relay's root URL; absent when there is none, or none that can be used. */
  readonly url?: string
  /** Why the URL or the key cannot be used. */
  readonly problems: readonly { readonly field: 'url' | 'key' | 'text'; readonly message: LocalText; readonly hint: LocalText }[]
  /** Empty without a key. */
  readonly keyMasked: string
  readonly name?: string
  readonly website?: string
  readonly notes?: string
  /** The tools that the text is about; empty when it does not say. */
  readonly tools: readonly ToolId[]
  readonly protocols: readonly Protocol[]
  /** Model by slot, by tool. */
  readonly models: Readonly<Record<ToolId, Readonly<Record<string, string>>>>
  /** Chosen options by tool, such as how the key is sent. */
  readonly options: Readonly<Record<ToolId, Readonly<Record<string, string>>>>
  readonly notices: readonly LocalText[]
  readonly risks: readonly PasteRisk[]
  /** A profile that has the same relay and key already, and which of its keys that is. */
  readonly known?: Pick<ProfileView, 'id' | 'name'> & { readonly key?: KeyView }
  /** Profiles at the same host that do not have the key: they can take it as a further one. Those with the very URL come first; 20 at most. */
  readonly sameRelay: readonly Pick<ProfileView, 'id' | 'name'>[]
}

/** What a relay says of itself, found without a token spent. */
export interface PasteProbe {
  /** `reached`: the key is good. `refused`: it is not. `unreachable`: no answer. `unknown`: an answer that does not tell. */
  readonly outcome: 'reached' | 'refused' | 'unreachable' | 'unknown'
  readonly cause?: LocalText
  readonly cure?: LocalText
  /** By protocol; what could not be told is absent. */
  readonly protocols: Readonly<Partial<Record<Protocol, boolean>>>
  /** The relay's own list, whole (at most 20,000 names); empty when it gives none. */
  readonly models: readonly string[]
}
