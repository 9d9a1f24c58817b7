import { duplicateKey } from './duplicate-key'
import { type ConfigObject, ConfigShapeError, ConfigSyntaxError, type Edit, type Edited, type Editor, type Placed } from './editor'
import { type Assignment, scanEnv } from './env-scan'
import { removeVariable, variableOf, writeRaw, writeVariable } from './env-write'
import { lineColumn, splitBom } from './text-shape'

/** @throws {ConfigSyntaxError} for a repeated key */
function read(text: string): readonly Assignment[] {
  const all = scanEnv(text)
  const seen = new Set<string>()
  for (const { key, keyStart } of all) {
    if (seen.has(key)) {
      const { line, column } = lineColumn(text, keyStart)
      throw new ConfigSyntaxError(duplicateKey(key), line, column)
    }
    seen.add(key)
  }
  return all
}

function parse(text: string): ConfigObject {
  const values: Record<string, string> = Object.create(null)
  for (const { key, value } of read(text)) values[key] = value
  return values
}

/** @throws {ConfigShapeError} when a path goes into a variable or a list is asked for: there are only variables here */
function refuseDepth(text: string, all: readonly Assignment[], { op, path }: Edit): void {
  if (path.length === 1 && op !== 'include') return
  const { line, column } = lineColumn(text, all.find(({ key }) => key === path[0])?.keyStart ?? 0)
  throw new ConfigShapeError(path.slice(0, 1), line, column, op === 'include' ? 'list' : 'object')
}

function apply(text: string, edit: Edit): { text: string; placed: Placed } {
  const all = read(text)
  refuseDepth(text, all, edit)
  const { key, value } = variableOf(edit.path, edit.op === 'set' ? edit.value : '')
  const present = all.find((each) => each.key === key)
  const placed: Placed = {
    path: edit.path,
    before: present ? { kind: 'value', raw: text.slice(present.valueStart, present.valueEnd) } : { kind: 'absent', hints: {} },
  }
  if (edit.op === 'raw') return { text: writeRaw(text, all, key, edit.raw), placed }
  return { text: present?.value === value ? text : writeVariable(text, all, key, value), placed }
}

function edit(text: string, edits: readonly Edit[]): Edited {
  const placed: Placed[] = []
  let edited = text
  for (const each of edits) {
    const step = apply(edited, each)
    edited = step.text
    placed.push(step.placed)
  }
  return { text: edited, placed }
}

function putBack(text: string, places: readonly Placed[]): string {
  let result = text
  for (const { path, before } of places) {
    const all = read(result)
    const present = path.length === 1 ? all.find(({ key }) => key === path[0]) : undefined
    if (present === undefined || before.kind === 'item') continue
    result = before.kind === 'value' ? writeRaw(result, all, present.key, before.raw) : removeVariable(result, all, present)
  }
  return result
}

/**
 * Edits .env files as dotenv reads them (Gemini CLI bundles it). A path is one variable's name, a value its text (numbers and booleans are
 * written as text). Lines that dotenv ignores stay. A repeated variable is refused, though dotenv would take the last.
 */
export const dotenvEditor: Editor = {
  blank: '',
  parse,
  isBlank: (text) => splitBom(text).body.trim() === '',
  edit,
  putBack,
}
