import type { LocalText } from './text'

/** Id of a tool adapter, such as `claude`. A plain string checked against the registry, so that a new tool changes nothing here. */
export type ToolId = string

/** The wire protocol a tool speaks to a relay. */
export type Protocol = 'anthropic' | 'openai-chat' | 'openai-responses' | 'gemini'

/** One model that a tool can be told to use; the profile stores the model's id under `id`. */
export interface ModelSlot {
  readonly id: string
  readonly label: LocalText
  readonly hint: LocalText
  readonly placeholder: string
}

interface OptionBase {
  readonly id: string
  readonly label: LocalText
  readonly hint: LocalText
}

/** A setting of a tool that the user may choose in the profile's form. */
export type ToolOption =
  | (OptionBase & {
      readonly kind: 'choice'
      readonly default: string
      readonly choices: readonly { readonly id: string; readonly label: LocalText }[]
    })
  | (OptionBase & { readonly kind: 'toggle'; readonly default: boolean })
  | (OptionBase & { readonly kind: 'text'; readonly default: string; readonly placeholder: string })

/** All that a user interface needs to draw a tool: nothing outside the tool's own file asks which tool it is. */
export interface ToolDescriptor {
  readonly id: ToolId
  readonly label: string
  readonly protocol: Protocol
  /** https link to the tool's own page about its configuration. */
  readonly docs: string
  /** The first slot is the main model. */
  readonly models: readonly ModelSlot[]
  readonly options: readonly ToolOption[]
  /** Whether the tool can ask a command for its key, and what the user must know of it either way. */
  readonly keyCommand: { readonly can: boolean; readonly note: LocalText }
  /** The environment variable by which the tool is told another folder for its own files; absent where it has none. */
  readonly folderVariable?: string
  /** The folder that the tool makes for itself below the one that the variable names; absent where it uses that one. */
  readonly folderBelow?: string
  /** What an entry of `extra` in the profile becomes in this tool's files. */
  readonly extraHint: LocalText
}

/** Where a tool was found on this machine; the version is absent when its files do not tell it. */
export interface ToolInstallation {
  readonly path: string
  readonly version?: string
}

/** One of the files that Switchyard writes for a tool. */
export interface ToolFileInfo {
  readonly id: string
  readonly path: string
  readonly exists: boolean
}

export interface ToolInfo {
  readonly descriptor: ToolDescriptor
  readonly installation: ToolInstallation | null
  readonly files: readonly ToolFileInfo[]
}
