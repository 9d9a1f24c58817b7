import type { HostInfo } from '../../shared/model/host'
import type { ShellName } from '../../shared/model/switch'
import type { Place } from './tools/tool'
import type { Vault } from './vault/vault'

/** One small JSON document that a shell keeps for the core: settings or profiles. */
export interface JsonStore {
  /** Absolute path, for messages. */
  readonly path: string
  /**
   * The stored value, or undefined when nothing is stored yet. Always read afresh: another shell may have written.
   * @throws {Error} when the file cannot be read or is not JSON
   */
  read(): unknown
  /** The stored bytes, where they can be had without decoding them. */
  bytes?(): Buffer | undefined
  /** The first line of the stored text that holds `words` and that `accept` takes; a large text is read only so far, and not held. */
  findLine?<T>(words: string, accept: (line: string) => T | undefined): T | undefined
  /** Replaces the whole document: atomic, durable, mode 0600. */
  write(value: unknown): void
  /** Moves an unusable file aside, beside the old place, and returns the new path. */
  setAside(): string
}

/** Where Switchyard keeps its own files, and what opens them. */
export type DataFolder = Pick<Host, 'dataFolder' | 'vault'>

/** All that the core gets from the machine and the shell. The only place where platform, environment and clock come in. */
export interface Host {
  readonly shell: ShellName
  readonly version: string
  readonly place: Place
  /** BCP 47. */
  readonly locale: string
  /** Absolute; private (0700). */
  readonly dataFolder: string
  /** What seals the keys in the data folder. */
  readonly vault: Vault
  readonly can: Omit<HostInfo['can'], 'copyKey'>
  /** Absolute program and first arguments that start the terminal's commands; absent where none is at hand. */
  readonly cliCommand?: readonly string[]
  readonly profiles: JsonStore
  readonly settings: JsonStore
  now(): Date
  /** Told of texts in the tools' files that stand where keys stand. */
  met?(secrets: readonly string[]): void
  /** Opens a file or folder in the system's file manager; only where `can.reveal`. */
  reveal?(path: string): Promise<void>
  /** Opens a link that the core has approved in the system's browser; only where `can.openLink`. */
  openLink?(url: string): Promise<void>
  /** Puts a secret on the clipboard, and takes it off again after a while if it is still there. */
  copySecret?(secret: string): Promise<void>
}
