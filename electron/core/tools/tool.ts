import type { KeyDelivery } from '../../../shared/model/profile'
import type { Notice } from '../../../shared/model/switch'
import type { LocalText } from '../../../shared/model/text'
import type { ToolDescriptor } from '../../../shared/model/tool'
import type { ProbePlan } from '../connection/plan'
import type { ConfigObject, ConfigValue, Path } from '../files/editor'
import type { ToolDoctor } from './layers'

export type Platform = 'linux' | 'darwin' | 'win32'

/** The surroundings in which a tool finds its files. */
export interface Place {
  readonly platform: Platform
  readonly home: string
  /** Environment variables as this process sees them. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folders that the user chose in the settings, by the variable that would say the same: stronger than the variable. */
  readonly folders?: Readonly<Record<string, string>>
}

export type FileFormat = 'json' | 'jsonc' | 'toml' | 'dotenv'

/** One file of a tool that Switchyard may change. */
export interface ToolFile {
  /** Unique within the tool, such as `settings`. */
  readonly id: string
  /** Absolute, in the style of the place's platform. */
  readonly path: string
  /** `json` is strict; `jsonc` may have comments (but no trailing comma). */
  readonly format: FileFormat
}

/** A command that prints a profile's key and nothing else. It holds no secret and no text of the user's. */
export interface KeyCommand {
  /** Absolute. */
  readonly program: string
  readonly args: readonly string[]
  /** Both on one line, quoted for the shell of the place's platform (sh, cmd.exe). */
  readonly line: string
}

/** A profile reduced to what one tool needs; everything is decided and clean. */
export interface ToolTarget {
  readonly profileName: string
  /** The form that this tool takes, normalised or the user's own. */
  readonly baseUrl: string
  readonly key: string
  /** What the user chose; a tool that cannot ask a command gets the key in its file all the same. Absent: `file`. */
  readonly keyDelivery?: KeyDelivery
  /** Absent where only the values matter, such as for a test of the connection. */
  readonly keyCommand?: KeyCommand
  /** Model id by slot; empty slots are left out. */
  readonly models: Readonly<Record<string, string>>
  /** Every option of the descriptor, with its default where the profile says nothing. */
  readonly options: Readonly<Record<string, string | boolean>>
  readonly extra: Readonly<Record<string, string | number | boolean>>
}

/** What a tool's files hold now, parsed; a file that is missing or blank is absent. By file id. */
export type FileValues = Readonly<Record<string, ConfigObject | undefined>>

export interface ToolContext {
  readonly place: Place
  /** The installed version, where it could be read. */
  readonly version?: string
  readonly values: FileValues
}

/** One value that a tool needs in one of its files. */
export type ToolSetting = { readonly file: string; readonly path: Path; readonly secret?: boolean } & (
  | { readonly op: 'set'; readonly value: ConfigValue }
  | { readonly op: 'include'; readonly item: string }
)

/** What the tool's files say, in the tool-independent words of Switchyard. */
export interface LiveConfig {
  readonly baseUrl?: string
  readonly key?: string
  /** The command that the files name for the key, as the tool spells it; only where no key stands beside it. */
  readonly keyCommand?: string
  readonly models: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string | boolean>>
}

/** How to find the installed tool and its version without running it. */
export interface ToolCommand {
  /** Name on the PATH, without extension. */
  readonly name: string
  /** npm package whose package.json next to the executable tells the version. */
  readonly npmPackage: string
}

/** What a command needs to use a profile for itself alone, with nothing on disk changed. */
export interface ToolLaunch {
  /** A value may be `LAUNCH_FOLDER` (see launch.ts). */
  readonly env: Readonly<Record<string, string>>
  /** Arguments to put before the user's own when the command is this tool. They hold no key. */
  readonly args: readonly string[]
  /** Files to write into a private folder for the time of the command; `args` name them by `launchFile(id)` (see launch.ts). */
  readonly files?: readonly LaunchFile[]
  /** What the user should know before the command starts. */
  readonly notices?: readonly Notice[]
}

/** A file that lives as long as one command: mode 0600, in a folder of mode 0700. */
export interface LaunchFile {
  readonly id: string
  /** File name, or a path of several parts below the private folder. */
  readonly name: string
  readonly content: string
  readonly secret: boolean
}

/** Everything that Switchyard knows about one tool. Pure: no disk, no clock. */
export interface ToolAdapter {
  readonly descriptor: ToolDescriptor
  /** What the doctor must know about it: loaded when it is asked for, a switch needs none of it. */
  doctor(): Promise<ToolDoctor>
  readonly command: ToolCommand
  /** Absolute paths for this platform, home and environment (the tools' own overrides are honoured). */
  locate(place: Place): readonly ToolFile[]
  /** The base URL in the form that this tool takes, made of the relay's root URL. */
  baseUrl(root: string): string
  /** What surprises people about this form: where guides are wrong, what the tool adds by itself. */
  readonly baseUrlNote?: LocalText
  /**
   * All values that the target needs in the tool's files. Stable: with these very values written into `context.values` the list is the same,
   * so that it can be compared with what was written. The engine writes them, remembers what stood there, and takes back what is no longer needed.
   */
  settings(target: ToolTarget, context: ToolContext): readonly ToolSetting[]
  /** What the files say now. */
  read(values: FileValues): LiveConfig
  /**
   * The command that the tool's files name for the key of this target, spelled as `read` tells it; undefined where they hold the key itself. Absent
   * for a tool that cannot ask a command.
   */
  asks?(target: ToolTarget, version: string | undefined): string | undefined
  /** What the user should know about this switch: traps that the files alone cannot solve. */
  notices(target: ToolTarget, context: ToolContext): readonly Notice[]
  /** For `run` (all of it) and `env` (the variables alone). The context, where known, says what else must be blanked or told. */
  launch(target: ToolTarget, context?: ToolContext): ToolLaunch
  /** How to test whether this tool reaches its relay: its own endpoint, with its own header. */
  probe(target: ToolTarget): ProbePlan
  /** Input that the tool's form must refuse; an empty list is fine. */
  check(target: ToolTarget): readonly { readonly field: string; readonly message: LocalText; readonly hint: LocalText }[]
}
