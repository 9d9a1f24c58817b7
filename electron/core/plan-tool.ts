import type { ValueChange } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { type FileChange, hunksFor } from './files/change'
import { missingFolders } from './files/disk'
import { type ConfigObject, ConfigShapeError, ConfigSyntaxError, ConfigValueError } from './files/editor'
import { readSnapshot, type Snapshot } from './files/snapshot'
import { type Format, loadFormat } from './formats'
import { once } from './once'
import { planFile, valuesBeforeUs } from './plan-file'
import { refused } from './problem'
import { type FileRecord, recordKey, type StateRecord, type ToolRecord } from './record'
import { findInstallation } from './tools/installation'
import type { FileValues, Place, ToolAdapter, ToolContext, ToolFile, ToolSetting, ToolTarget } from './tools/tool'
import { verifyEdit } from './verify-edit'

/** Everything that is read before a tool can be planned or judged. */
export interface ToolReading {
  readonly adapter: ToolAdapter
  readonly key: string
  readonly record: ToolRecord | undefined
  /** Looked up when it is first asked for: that takes a look at dozens of places. */
  readonly version: string | undefined
  readonly files: readonly ReadFile[]
}

export interface ReadFile {
  readonly file: ToolFile
  readonly format: Format
  readonly snapshot: Snapshot
  /** Folders that are missing on the way to a file that is not there, outermost first. */
  readonly folders: readonly string[]
  /**
   * What the text holds; parsed when it is first asked for.
   * @throws {ProblemError} when it cannot be parsed
   */
  readonly values: ConfigObject | undefined
}

export interface PlannedFile {
  readonly file: ToolFile
  readonly format: Format
  readonly snapshot: Snapshot
  /** What the text holds now. */
  readonly values: ConfigObject | undefined
  readonly after: string | undefined
  /**
   * What a second parser reads in the new text: must be asked before that is written or shown.
   * @throws {ProblemError} `edit-unverified` when it is not what was wanted
   */
  readonly written: () => ConfigObject | undefined
  /** What differs between the text now and the new one. */
  readonly hunks: FileChange['hunks']
  readonly secret: boolean
  /** Permission bits to go back to; absent keeps them. */
  readonly mode?: number
  /** Folders that we had made for the file. */
  readonly ownFolders: readonly string[]
}

export interface PlannedTool {
  readonly adapter: ToolAdapter
  readonly key: string
  readonly context: ToolContext
  /** Null when everything of ours is taken back. */
  readonly target: ToolTarget | null
  readonly files: readonly PlannedFile[]
  readonly records: Readonly<Record<string, FileRecord>>
  readonly conflicts: readonly ValueChange[]
}

/**
 * Reads a tool's files and our record of them.
 * @throws {ProblemError} when a file cannot be read
 */
export async function readTool(adapter: ToolAdapter, place: Place, state: StateRecord): Promise<ToolReading> {
  const located = adapter.locate(place)
  const key = recordKey(adapter.descriptor.id, located[0]?.path ?? '')
  const files = await Promise.all(
    located.map(async (file) => {
      const snapshot = readSnapshot(file.path)
      const format = await loadFormat(file.format, snapshot.content?.text ?? '')
      const { content, target } = snapshot
      const values = once(() => (content === undefined ? undefined : explained(file, () => format.editor.parse(content.text))))
      return {
        file,
        format,
        snapshot,
        folders: content === undefined ? missingFolders(target) : [],
        get values() {
          return values()
        },
      }
    }),
  )
  const version = once(() => findInstallation(adapter.command, place)?.version)
  return {
    adapter,
    key,
    record: state.tools[key],
    files,
    get version() {
      return version()
    },
  }
}

/** Live values by file id. */
export const valuesOf = (files: readonly ReadFile[]): FileValues => Object.fromEntries(files.map(({ file, values }) => [file.id, values]))

/** Decides the new texts of a tool's files for a profile; without a target every place of ours is taken back. */
export function planTool(reading: ToolReading, place: Place, target: ToolTarget | null): PlannedTool {
  const context = contextOf(reading, place)
  return planSettings(reading, context, target, target === null ? [] : reading.adapter.settings(target, context))
}

/**
 * Decides the new texts for these very settings. Every new text must be read by a second parser (`written`) before it may be written.
 */
export function planSettings(
  reading: ToolReading,
  context: ToolContext,
  target: ToolTarget | null,
  settings: readonly ToolSetting[],
): PlannedTool {
  const { adapter, record } = reading
  const records: Record<string, FileRecord> = {}
  const conflicts: ValueChange[] = []
  const files = reading.files.map(({ file, format, snapshot, folders, values }): PlannedFile => {
    const mine = settings.filter((setting) => setting.file === file.id)
    const result = explained(file, () =>
      planFile(format.editor, {
        path: file.path,
        current: snapshot.content?.text,
        values,
        record: record?.files[file.id],
        settings: mine,
        folders,
        mode: snapshot.content?.mode,
      }),
    )
    if (result.record !== undefined) records[file.id] = result.record
    conflicts.push(...result.conflicts)
    const written = once(() =>
      verifyEdit({
        file: file.path,
        format,
        before: snapshot.content?.text,
        values,
        after: result.after,
        touched: result.touched,
        settings: mine,
      }),
    )
    return {
      file,
      format,
      snapshot,
      values,
      after: result.after,
      written,
      hunks: hunksFor(snapshot, result.after),
      secret: result.secrets.length > 0,
      mode: result.mode,
      ownFolders: record?.files[file.id]?.folders ?? [],
    }
  })
  return { adapter, key: reading.key, context, target, files, records, conflicts }
}

/** What an adapter may look at: the files as they would be without us, so that our own values never look like the user's. */
export const contextOf = (reading: ToolReading, place: Place): ToolContext => ({
  place,
  get version() {
    return reading.version
  },
  values: valuesWithoutOurs(reading),
})

/** Worked out when an adapter looks: most look at few of their files. */
function valuesWithoutOurs({ files, record }: ToolReading): FileValues {
  const all = {}
  for (const { file, format, snapshot, values } of files) {
    const own = record?.files[file.id]
    const content = snapshot.content?.text
    const get =
      own === undefined || content === undefined
        ? () => values
        : once(() => explained(file, () => valuesBeforeUs(format.editor, content, values ?? {}, own)))
    Object.defineProperty(all, file.id, { get, enumerable: true })
  }
  return all
}

/** Turns what an editor says into a problem that names the file, the line and the cure. */
function explained<T>(file: ToolFile, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ConfigSyntaxError) {
      throw refused(
        'file-syntax',
        text(`${file.path}, line ${error.line}: ${error.reason.en}`, `${file.path} 第 ${error.line} 行：${error.reason.zh}`),
        text(
          'Correct that line in an editor, then try again. Switchyard never overwrites a file that it cannot read.',
          '请在编辑器中修正该行后重试。Switchyard 不会覆盖无法解析的文件。',
        ),
        { file: file.path, line: error.line, column: error.column },
      )
    }
    if (error instanceof ConfigShapeError) {
      const name = error.path.join('.')
      throw refused(
        'file-shape',
        text(
          `${file.path}, line ${error.line}: "${name}" has another kind of value than the tool expects.`,
          `${file.path} 第 ${error.line} 行："${name}" 的值类型与工具要求不符。`,
        ),
        text('Correct or remove that value, then try again.', '请修正或删除该值，然后重试。'),
        { file: file.path, line: error.line, column: error.column },
      )
    }
    if (error instanceof ConfigValueError) {
      throw refused(
        'value-unwritable',
        text(
          `${error.path.join('.')} cannot be written to ${file.path}: ${error.reason.en}`,
          `无法将 ${error.path.join('.')} 写入 ${file.path}：${error.reason.zh}`,
        ),
        text('Change the value in the profile, then try again.', '请在配置中修改该值，然后重试。'),
        { file: file.path },
      )
    }
    throw error
  }
}
