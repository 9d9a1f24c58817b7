import { text } from '../../shared/model/text'
import { hunksFor, type RecordedChange } from './files/change'
import { fingerprint } from './files/fingerprint'
import { textBefore } from './files/hunks'
import type { Entry } from './files/journal'
import type { Host } from './host'
import { contextOf, type PlannedFile, type PlannedTool, planSettings, readTool, type ToolReading } from './plan-tool'
import type { Planned } from './planned'
import { refused } from './problem'
import { type FileRecord, readRecord, type ToolRecord } from './record'
import type { ToolAdapter, ToolSetting } from './tools/tool'

/**
 * Decides how an entry of the history is undone: where a file still is what the entry made it, its very text before comes back; where other
 * parts of it changed meanwhile, only our own places do.
 * @throws {ProblemError} `undo-conflict` when a later entry changed the same tool
 */
export async function planUndo(host: Host, entry: Entry, adapters: readonly ToolAdapter[]): Promise<Planned> {
  const record = readRecord(host)
  const next: Record<string, ToolRecord> = { ...record.tools }
  const tools: PlannedTool[] = []
  for (const adapter of adapters) {
    const reading = await readTool(adapter, host.place, record)
    const saved = entry.records[reading.key]
    if (saved === undefined) continue
    if (JSON.stringify(record.tools[reading.key] ?? null) !== JSON.stringify(saved.after)) throw undoConflict(adapter)
    const planned = planBack(host, reading, saved.before, entry.changes)
    tools.push(planned)
    if (saved.before === null) delete next[reading.key]
    else next[reading.key] = { ...saved.before, files: planned.records }
  }
  if (tools.length === 0) throw otherFolders()
  return { tools, record, next: { ...record, seq: record.seq + 1, tools: next } }
}

function planBack(host: Host, reading: ToolReading, before: ToolRecord | null, changes: readonly RecordedChange[]): PlannedTool {
  const planned = planSettings(reading, contextOf(reading, host.place), null, settingsOf(before))
  const exact = planned.files.map((file) => exactly(file, changes))
  if (exact.some((file) => file === undefined)) return planned
  return { ...planned, files: exact as PlannedFile[], records: before?.files ?? {}, conflicts: [] }
}

/** The text before, when the file is what the entry left. */
function exactly(planned: PlannedFile, changes: readonly RecordedChange[]): PlannedFile | undefined {
  const { content } = planned.snapshot
  const change = changes.find(({ path }) => path === planned.file.path)
  if (change === undefined) return planned.after === content?.text ? planned : undefined
  if ((content?.hash ?? null) !== change.after) return undefined
  if (change.before === null) return withText(planned, undefined)
  const after = textBefore(content?.text ?? '', change.hunks)
  return fingerprint(after) === change.before ? withText(planned, after) : undefined
}

/** A text that stood there already is not checked. */
const withText = (planned: PlannedFile, after: string | undefined): PlannedFile => ({
  ...planned,
  after,
  written: () => undefined,
  hunks: hunksFor(planned.snapshot, after),
})

/** What a record says that we had written, as settings to write again. */
const settingsOf = (record: ToolRecord | null): ToolSetting[] =>
  Object.entries(record?.files ?? {}).flatMap(([file, { owned }]) => owned.flatMap((place) => settingOf(file, place)))

function settingOf(file: string, { path, before, wrote, secret }: FileRecord['owned'][number]): ToolSetting[] {
  if (before.kind === 'item') return [{ file, path, op: 'include', item: before.item, secret }]
  return wrote === undefined ? [] : [{ file, path, op: 'set', value: wrote, secret }]
}

const undoConflict = (adapter: ToolAdapter) =>
  refused(
    'undo-conflict',
    text(`A later switch changed ${adapter.descriptor.label} again.`, `之后的切换又更改了 ${adapter.descriptor.label}。`),
    text('Undo the later switch first.', '请先撤销之后的切换。'),
  )

const otherFolders = () =>
  refused(
    'undo-elsewhere',
    text('This entry changed files in other folders than the tools use now.', '该记录修改的文件不在工具当前使用的文件夹中。'),
    text(
      'Set the same configuration folders as then (CLAUDE_CONFIG_DIR, CODEX_HOME, GEMINI_CLI_HOME), then try again.',
      '请恢复当时的配置文件夹设置（CLAUDE_CONFIG_DIR、CODEX_HOME、GEMINI_CLI_HOME），然后重试。',
    ),
  )
