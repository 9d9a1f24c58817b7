import type { PasteRisk } from '../../../shared/model/paste'
import type { Profile } from '../../../shared/model/profile'
import type { LocalText } from '../../../shared/model/text'
import type { ToolAdapter } from '../tools/tool'

/** An API key in plain text, with what the user noted about it. */
export interface PortableKey {
  readonly key: string
  readonly label?: string
  /** ISO 8601 day. */
  readonly expiresAt?: string
  /** The one that tools get; the first where none is marked. */
  readonly active?: boolean
}

/** A profile as it travels: whole, with its keys in plain text, and without what belongs to one machine. */
export interface PortableProfile extends Pick<Profile, 'name' | 'color' | 'icon' | 'tags' | 'tools'> {
  readonly relay: Pick<Profile['relay'], 'url' | 'website' | 'notes' | 'endpoints'> & { readonly keys: readonly PortableKey[] }
}

/** A profile that a file offers. */
export interface Candidate {
  readonly profile: PortableProfile
  readonly notices: readonly LocalText[]
  readonly risks: readonly PasteRisk[]
}

/** All that a file offers, in its order; notices are about what cannot be taken. */
export interface Contents {
  readonly candidates: readonly Candidate[]
  readonly notices: readonly LocalText[]
}

/** A file as it was handed over: hostile until a person has looked at what is in it. */
export interface TransferFile {
  readonly text: string
  /** Where it came from, for messages. */
  readonly name?: string
  readonly passphrase?: string
  /** The JSON document, or undefined for any other kind of text. */
  readonly json?: unknown
}

/** One kind of file. */
export interface Source {
  readonly id: string
  readonly label: LocalText
  /** Made by Switchyard: one fault means that the file was altered, and nothing of it is taken. Else faulty entries are left out. */
  readonly strict?: true
  /**
   * Undefined when the file is of another kind, `sealed` when it needs a passphrase that is not given.
   * @throws {ProblemError} for a file of this kind that cannot be used
   */
  read(file: TransferFile, adapters: readonly ToolAdapter[]): Promise<Contents | 'sealed' | undefined>
}
