import type { EffectiveName, LayerKind } from '../../../shared/model/finding'
import type { LocalText } from '../../../shared/model/text'
import type { ConfigObject, Path } from '../files/editor'
import type { FileFormat, FileValues, Place } from './tool'

/**
 * What every layer holds, by layer id; a layer that is not there is absent. Variables of the environment are strings under their names, flags
 * stand under the names that the tool's `flags` gives them.
 */
export type LayerValues = Readonly<Record<string, ConfigObject | undefined>>

/** One thing that a layer says about a value. */
export interface Said {
  readonly name: EffectiveName
  /** What holds the value: of several layers with the same setting the strongest wins, also when it is blank. */
  readonly setting: string
  /** Of several settings for one value, the one with the lowest rank wins that is not blank. */
  readonly rank: number
  /** What it says; of a command that prints a key, the command. */
  readonly value: string
  /** True when `value` is a command that prints the key, spelled as the adapter's `read` tells it. */
  readonly command?: true
  /** Where it stands in the layer's file. */
  readonly path?: Path
}

/** Where an organisation keeps settings that are no file of the tool: the doctor asks the system for them. */
export type PolicyStore = { readonly path: string; readonly format: FileFormat } & (
  | {
      /** A property list that device management writes on macOS. */
      readonly kind: 'plist'
      /** The key whose text is base64 of the settings; absent: the list itself is the settings. */
      readonly encoded?: string
    }
  /** A key of the Windows registry, with the value whose text is the settings. */
  | { readonly kind: 'registry'; readonly value: string }
)

/** One place from which a tool takes settings. Pure: the doctor reads the file. */
export interface LayerSource {
  readonly id: string
  readonly kind: LayerKind
  readonly label: LocalText
  /** Absent for the environment and the flags, whose values the doctor knows, and where `policy` or `dropIns` stands. */
  readonly file?: { readonly path: string; readonly format: FileFormat }
  readonly policy?: PolicyStore
  /** A folder each of whose files is a layer, `<id>/<name>`: those with this ending that are not hidden, the last name strongest. */
  readonly dropIns?: { readonly folder: string; readonly ending: string; readonly format: FileFormat }
  /**
   * From this version on the tool passes over the file unless it and every folder above it belong to root (on Windows: to administrators or the
   * system) and nobody else may write to them.
   */
  readonly rootOnly?: { readonly since: string }
  /** Of the layers of one group, the tool reads only the first that is there. */
  readonly group?: string
  /** Why the tool passes over this layer although it is there; undefined when it reads it. */
  passedOver?(all: LayerValues): LocalText | undefined
  /** What the layer says. `all` is for layers whose meaning depends on others. */
  read(values: ConfigObject, all: LayerValues): readonly Said[]
}

/** `twice`: a key stands twice in an object, and the last one counts. `utf16`: little-endian with a byte order mark, as Windows PowerShell's `>` writes. */
export type JsonFault = 'twice' | 'utf16'

/** What a variable of the shell does to a tool that has a profile. */
export interface WatchedVariable {
  readonly name: string
  /**
   * `wins`: over what Switchyard writes. `adds`: is sent besides. `leads-away`: turns the tool to another provider or server. `fills`: only
   * where the files say nothing. `useless`: people set it, the tool ignores it.
   */
  readonly effect: 'wins' | 'adds' | 'leads-away' | 'fills' | 'useless'
  readonly secret: boolean
  /** True when this tool's files, as they are now, make the variable harmless (for example by blanking it). */
  harmless?(all: LayerValues): boolean
}

/** What the doctor must know about a tool beyond its adapter. Pure. */
export interface ToolDoctor {
  /**
   * Strongest first. `folder` is the one that the tool is started in, where the user chose one; `flags` are those that an alias of the user's
   * shell adds, some of which name another file.
   */
  layers(place: Place, folder?: string, flags?: ConfigObject): readonly LayerSource[]
  /** What the arguments of an alias set. */
  flags(args: readonly string[]): ConfigObject
  /** Models of the tool's maker that it asks for with this model in force, because none or only a short name is set; empty for a full name. */
  ownModels(model: string | undefined, all: LayerValues): readonly string[]
  readonly variables: readonly WatchedVariable[]
  /** Files that people write by mistake: the tool does not read them. */
  misplaced(place: Place): readonly string[]
  /** Faults of a JSON file of settings that the tool reads all the same, while Switchyard leaves such a file as it is. */
  readonly forgives?: readonly JsonFault[]
  /** The oldest version that reads what Switchyard writes, where known. */
  readonly since: string
  /**
   * Arguments that make the tool answer one prompt and end; the prompt comes last. They also keep the tool from trying for minutes what its files
   * lead to an error.
   */
  tryArgs(values: FileValues): readonly string[]
  /** The tool's own doctor that prints JSON: its arguments, and categories that say nothing about the relay. */
  readonly ownDoctor?: { readonly args: readonly string[]; readonly passedOver: readonly string[] }
}
