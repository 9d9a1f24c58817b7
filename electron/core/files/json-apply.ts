import { ConfigShapeError, type ConfigValue, ConfigValueError, type Edit, type Path, type Placed } from './editor'
import { insert, type Spot } from './json-insert'
import { findEntry, itemOf } from './json-put-back'
import { jsonReasons } from './json-reasons'
import { type DocumentStyle, formatValue, lineIndent } from './json-style'
import { type Container, type Entry, offsetOf, opened, type Tree, treeText, valueText } from './json-tree'
import { lineColumn } from './text-shape'

/** A document while edits are applied to it. */
export interface Draft {
  readonly tree: Tree
  readonly style: DocumentStyle
  readonly placed: Placed[]
  /** The value of a raw source text, with the blanks around it cut off. @throws {ConfigSyntaxError} if it is not exactly one value */
  readonly readRaw: (raw: string) => { readonly raw: string; readonly value: ConfigValue }
}

function container(draft: Draft, entry: Entry, kind: Container['kind'], path: Path): Container {
  const found = opened(entry)
  if (found?.kind === kind) return found
  const { line, column } = lineColumn(treeText(draft.tree), offsetOf(draft.tree, entry))
  throw new ConfigShapeError(path, line, column, kind)
}

function makeContainer(draft: Draft, spot: Spot, path: Path, kind: Container['kind']): Entry {
  const { entry, hints } = insert(spot, path.at(-1))
  entry.value = { kind, entries: [], end: '' }
  draft.placed.push({ path, before: { kind: 'absent', hints: { ...hints, made: kind } } })
  return entry
}

/** The object that holds the path's last key; objects on the way are made where they are missing. */
function reach(draft: Draft, path: Path): Spot {
  if (path.length === 0) throw new RangeError('A path needs a key.')
  let spot: Spot = { container: draft.tree.root, holder: undefined, style: draft.style }
  for (let depth = 1; depth < path.length; depth += 1) {
    const here = path.slice(0, depth)
    const holder: Entry = findEntry(spot.container, here.at(-1)) ?? makeContainer(draft, spot, here, 'object')
    spot = { container: container(draft, holder, 'object', here), holder, style: draft.style }
  }
  return spot
}

/** `write` gives the new text for a place with this indentation; undefined leaves what stands there. */
function setAt(draft: Draft, path: Path, write: (indent: string | undefined, present: string | undefined) => string | undefined): void {
  const spot = reach(draft, path)
  const found = findEntry(spot.container, path.at(-1))
  if (found === undefined) {
    const { entry, hints } = insert(spot, path.at(-1))
    entry.value = write(lineIndent(entry), undefined) ?? 'null'
    draft.placed.push({ path, before: { kind: 'absent', hints } })
    return
  }
  const raw = valueText(found.value)
  found.value = write(lineIndent(found), raw) ?? found.value
  draft.placed.push({ path, before: { kind: 'value', raw } })
}

function include(draft: Draft, path: Path, item: string): void {
  const spot = reach(draft, path)
  const holder = findEntry(spot.container, path.at(-1)) ?? makeContainer(draft, spot, path, 'list')
  const list = container(draft, holder, 'list', path)
  if (list.entries.some((entry) => itemOf(entry) === item)) {
    draft.placed.push({ path, before: { kind: 'item', item, hints: { present: 'yes' } } })
    return
  }
  const { entry, hints } = insert({ container: list, holder, style: draft.style }, undefined)
  entry.value = JSON.stringify(item)
  draft.placed.push({ path, before: { kind: 'item', item, hints } })
}

function holdsFiniteNumbers(value: ConfigValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(holdsFiniteNumbers)
}

/** Equal as configuration: the order of keys and the spelling do not count. */
function isEqual(a: ConfigValue, b: ConfigValue): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const left = new Map(Object.entries(a))
  const right = Object.entries(b)
  return left.size === right.length && right.every(([key, value]) => left.has(key) && isEqual(left.get(key) ?? null, value))
}

function setValue(draft: Draft, path: Path, value: ConfigValue): void {
  if (!holdsFiniteNumbers(value)) throw new ConfigValueError(path, jsonReasons.notFinite)
  setAt(draft, path, (indent, present) => {
    const same = present !== undefined && isEqual(draft.readRaw(present).value, value)
    return same ? undefined : formatValue(value, indent, draft.style)
  })
}

export function applyEdit(draft: Draft, edit: Edit): void {
  if (edit.op === 'include') include(draft, edit.path, edit.item)
  else if (edit.op === 'set') setValue(draft, edit.path, edit.value)
  else {
    const { raw } = draft.readRaw(edit.raw)
    setAt(draft, edit.path, () => raw)
  }
}
