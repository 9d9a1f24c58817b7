import type { ValueChange } from '../../shared/model/switch'
import type { ConfigObject, ConfigValue, Edit, Editor, Path, Placed } from './files/editor'
import { maskKey } from './mask-key'
import type { FileRecord, Owned } from './record'
import { sameValue, valueAt, without } from './same-value'
import type { ToolSetting } from './tools/tool'

export interface FileInput {
  readonly path: string
  /** Undefined when there is no file. */
  readonly current: string | undefined
  /** What the editor reads in it. */
  readonly values: ConfigObject | undefined
  readonly record: FileRecord | undefined
  readonly settings: readonly ToolSetting[]
  readonly folders: readonly string[]
  /** Permission bits now; undefined when there is no file. */
  readonly mode?: number
}

export interface FileResult {
  /** Undefined: there is to be no file. */
  readonly after: string | undefined
  /** Undefined when nothing is owned in the file any more. */
  readonly record: FileRecord | undefined
  readonly conflicts: readonly ValueChange[]
  /** Every place that was or is ours: all else must be as it was. */
  readonly touched: readonly Path[]
  readonly secrets: readonly Path[]
  /** Permission bits to go back to, when our secret leaves a file whose bits are still as we narrowed them. */
  readonly mode?: number
}

/** What a file would hold without Switchyard. Where nothing of the user's was replaced, that is known without editing the text. */
export function valuesBeforeUs(editor: Editor, current: string, values: ConfigObject, { owned }: FileRecord): ConfigObject {
  if (owned.some(({ before }) => before.kind !== 'absent')) return editor.parse(editor.putBack(current, placesOf(owned)))
  return without(
    values,
    owned.filter(({ wrote }) => wrote !== undefined).map(({ path }) => path),
  )
}

/**
 * Decides the new text of one file: takes back what is no longer wanted, writes what is, and keeps for each place what stood there before us.
 * Pure.
 */
export function planFile(editor: Editor, input: FileInput): FileResult {
  const record = input.current === undefined ? undefined : input.record
  const current = input.current ?? ''
  const owned = record?.owned ?? []
  const wanted = new Map(input.settings.map((setting) => [keyOfSetting(setting), setting]))
  const stays = (place: Owned) =>
    place.wrote === undefined ? input.settings.some(({ path }) => isInside(path, place.path)) : wanted.has(keyOfOwned(place))
  const left = owned.filter((place) => !stays(place))
  const edited = editor.edit(left.length === 0 ? current : editor.putBack(current, placesOf(left)), input.settings.map(toEdit))
  const nowOwned = mergeOwned(owned.filter(stays), edited.placed, wanted)
  const base = record?.base ?? baseOf(editor, input.current)
  const empty = nowOwned.length === 0 && editor.isBlank(edited.text)
  const after = empty && base.kind === 'absent' ? undefined : empty && base.kind === 'blank' ? base.text : edited.text
  return {
    after: input.current === undefined && nowOwned.length === 0 ? undefined : after,
    record:
      nowOwned.length === 0
        ? undefined
        : { path: input.path, base, ...modeOf(input, record), folders: record?.folders ?? input.folders, owned: nowOwned },
    conflicts: changesByHand(input.values ?? {}, input.path, owned, wanted),
    touched: [...owned, ...nowOwned].filter(({ wrote }) => wrote !== undefined).map(({ path }) => path),
    secrets: [...owned, ...nowOwned].filter(({ secret }) => secret).map(({ path }) => path),
    ...(nowOwned.some(({ secret }) => secret) || record?.mode === undefined || input.mode !== withoutOthers(record.mode)
      ? {}
      : { mode: record.mode }),
  }
}

/** A file with a key is nobody else's to read. */
export const withoutOthers = (mode: number): number => mode & 0o700

const modeOf = (input: FileInput, record: FileRecord | undefined): Pick<FileRecord, 'mode'> => {
  const mode = record === undefined ? input.mode : record.mode
  return mode === undefined ? {} : { mode }
}

/** What differs from what we wrote. `wanted` values that stand there already are no conflict. */
export function changesByHand(
  live: ConfigObject,
  file: string,
  owned: readonly Owned[],
  wanted: ReadonlyMap<string, ToolSetting> = new Map(),
): ValueChange[] {
  return owned.flatMap((place) => {
    if (place.wrote === undefined) return []
    const found = valueAt(live, place.path)
    const next = wanted.get(keyOfOwned(place))
    if (place.before.kind === 'item') return []
    if (sameValue(found, place.wrote)) return []
    if (next?.op === 'set' && sameValue(found, next.value)) return []
    if (next === undefined && found === undefined && place.before.kind === 'absent') return []
    return [{ file, setting: place.path.join('.'), expected: show(place.wrote, place.secret), found: show(found, place.secret) }]
  })
}

const show = (value: ConfigValue | undefined, secret: boolean | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (typeof value === 'string') return secret ? maskKey(value) : value
  return secret ? '…' : JSON.stringify(value)
}

/** Newest first, as an editor takes them back. */
const placesOf = (owned: readonly Owned[]): Placed[] => owned.map(({ path, before }) => ({ path, before })).toReversed()

const isInside = (path: Path, container: Path): boolean =>
  path.length > container.length && container.every((key, index) => path[index] === key)

/** No key of a file holds a control character that an editor would write as it is. */
const keyOf = (path: Path, item: string | null): string => `${path.join('\u0000')}\u0001${item ?? '\u0002'}`
const keyOfSetting = (setting: ToolSetting): string => keyOf(setting.path, setting.op === 'include' ? setting.item : null)
const keyOfOwned = (place: Owned): string => keyOf(place.path, place.before.kind === 'item' ? place.before.item : null)
const keyOfPlaced = ({ path, before }: Placed): string => keyOf(path, before.kind === 'item' ? before.item : null)

const toEdit = (setting: ToolSetting): Edit =>
  setting.op === 'set' ? { op: 'set', path: setting.path, value: setting.value } : { op: 'include', path: setting.path, item: setting.item }

const baseOf = (editor: Editor, current: string | undefined): FileRecord['base'] =>
  current === undefined ? { kind: 'absent' } : editor.isBlank(current) ? { kind: 'blank', text: current } : { kind: 'file' }

/** A place that we owned already keeps what stood there before us; a new place remembers what the editor found. */
function mergeOwned(kept: readonly Owned[], placed: readonly Placed[], wanted: ReadonlyMap<string, ToolSetting>): Owned[] {
  const result = new Map(kept.map((place) => [keyOfOwned(place), place]))
  for (const place of placed) {
    const key = keyOfPlaced(place)
    const known = result.get(key)
    const setting = wanted.get(key)
    const before = known === undefined || (known.before.kind === 'absent' && place.before.kind === 'absent') ? place.before : known.before
    const wrote = setting === undefined ? undefined : setting.op === 'set' ? setting.value : setting.item
    if (place.before.kind === 'absent') result.delete(key)
    result.set(key, { path: place.path, before, ...(wrote === undefined ? {} : { wrote }), ...(setting?.secret ? { secret: true } : {}) })
  }
  return [...result.values()]
}
