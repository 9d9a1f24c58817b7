import type { EffectiveName } from '../../../shared/model/finding'
import type { Edit, Path } from '../files/editor'
import { loadFormat } from '../formats'
import { secretsIn } from '../secrets'
import type { FixFile, FixPlan } from './check'
import type { Facts } from './facts'
import { commentOut, type Syntax } from './facts/assignments'
import type { Origin } from './facts/origins'
import type { FileFacts, ToolFacts } from './facts/tools'
import { textOf } from './facts/tried'

export const fileOf = (tool: ToolFacts, id: string): FileFacts | undefined => tool.files.find(({ file }) => file.id === id)

/** A tool's file with these edits made in place; undefined when the file cannot be parsed or nothing would change. */
export async function edited(facts: FileFacts | undefined, edits: readonly Edit[]): Promise<FixFile | undefined> {
  if (facts === undefined || (facts.syntax ?? facts.problem ?? facts.fault) !== undefined) return undefined
  const { editor } = await loadFormat(facts.file.format, facts.text ?? '')
  const after = editor.edit(facts.text ?? '', edits).text
  if (after === facts.text) return undefined
  return { path: facts.file.path, after, secret: secretsIn(editor.parse(after)).length > 0 }
}

export const setValue = (path: Path, value: Extract<Edit, { op: 'set' }>['value']): Edit => ({ op: 'set', path, value })

/** A plan for files; undefined when no file would change. */
export function files(...wanted: readonly (FixFile | undefined)[]): FixPlan | undefined {
  const given = wanted.filter((file) => file !== undefined)
  return given.length === 0 ? undefined : { kind: 'files', files: given }
}

/** Writes the active profile again, for the tools that have one. */
export function reapply(tools: readonly ToolFacts[]): FixPlan | undefined {
  const ids = tools.filter(({ profile }) => profile !== undefined).map(({ id }) => id)
  return ids.length === 0 ? undefined : { kind: 'reapply', tools: ids }
}

/** Where a value stands in one of the tool's own files. */
export async function ownPlace(facts: Facts, tool: ToolFacts, name: EffectiveName): Promise<{ file: FileFacts; path: Path } | undefined> {
  const { sources, values } = await facts.layers(tool)
  for (const source of sources) {
    const file = tool.files.find((one) => one.file.path === source.file?.path)
    const held = values[source.id]
    if (file === undefined || held === undefined) continue
    const said = source.read(held, values).find((one) => one.name === name && one.value.trim() !== '' && one.path !== undefined)
    if (said?.path !== undefined) return { file, path: said.path }
  }
  return undefined
}

/** True when the line that sets the variable can be commented out without breaking its file, and the file is the user's. */
export const canComment = (origin: Origin, home: string): boolean =>
  origin.whole &&
  origin.syntax !== 'launchctl' &&
  origin.syntax !== 'registry' &&
  origin.file.startsWith(home) &&
  /^[\\/]/.test(origin.file.slice(home.length))

/** The user's start-up files with these lines commented out; each line gets a note. */
export function commentedOut(origins: readonly Origin[], home: string, note: string): FixPlan | undefined {
  const mendable = origins.filter((origin) => canComment(origin, home))
  const byFile = grouped(mendable)
  return files(
    ...[...byFile].map(([path, lines]): FixFile | undefined => {
      const before = textOf(path)
      if (before === undefined) return undefined
      const last = lines.toSorted((a, b) => b.line - a.line)
      return { path, after: last.reduce((content, { line, syntax }) => commentOut(content, syntax as Syntax, line, note), before) }
    }),
  )
}

function grouped(origins: readonly Origin[]): Map<string, Origin[]> {
  const byFile = new Map<string, Origin[]>()
  for (const origin of origins) byFile.set(origin.file, [...(byFile.get(origin.file) ?? []), origin])
  return byFile
}
