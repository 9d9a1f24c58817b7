import type { ConfigObject, ConfigValue } from './editor'

/** A value in the text. `start` and `end` move when the text before them changes. `table` is there for inline tables only. */
export interface Value {
  readonly kind: 'string' | 'integer' | 'float' | 'boolean' | 'date' | 'array' | 'table'
  readonly data: ConfigValue
  readonly table?: Table
  /** True if it is (or, as an array, holds) a date or an integer that no number can hold exactly: their data are strings. */
  readonly foreign: boolean
  start: number
  end: number
}

/** `keys = value`, in the table where it is written (dotted keys define tables below it). `start` is that of the first key. */
export interface Entry {
  readonly kind: 'value'
  readonly keys: readonly string[]
  readonly home: Table
  start: number
  value: Value
}

/** A `[table]` or `[[table]]` header, from its first to after its last bracket. */
export interface Section {
  readonly table: Table
  start: number
  end: number
}

/**
 * A table and how it came to be: the root, by a header, only implied by the headers of tables in it, by dotted keys, inline, or as an element
 * of an array of tables.
 */
export interface Table {
  readonly kind: 'table'
  made: 'root' | 'header' | 'implied' | 'dotted' | 'inline' | 'element'
  readonly children: Map<string, Node>
  /** What is written in it; empty for implied and dotted tables. */
  entries: Entry[]
  section?: Section
  /** For inline tables: the entry whose value it is. */
  holder?: Entry
  /** For dotted tables: where its keys are written, and what they start with. */
  dotted?: { readonly home: Table; readonly prefix: readonly string[] }
}

export type Node = Table | Entry | { readonly kind: 'list'; readonly items: Table[] }

const none: Entry[] = []

const newTable = (made: Table['made'], dotted?: Table['dotted']): Table => ({
  kind: 'table',
  made,
  children: new Map(),
  entries: none,
  section: undefined,
  holder: undefined,
  dotted,
})

export const rootTable = (): Table => newTable('root')
export const inlineTable = (): Table => newTable('inline')

/** True if a date or a big integer is in it, also in an inline table. */
export const isForeign = (value: Value): boolean => value.foreign || (value.table?.entries.some((entry) => isForeign(entry.value)) ?? false)

/** Takes an entry up as the last one that is written in a table. Most tables have one or two: their lists are kept small. */
export function append(table: Table, entry: Entry): void {
  if (table.entries === none) table.entries = [entry]
  else table.entries.push(entry)
}

/** Takes an entry up among those written in its home, after a neighbour or as the first. */
export function enlist(entry: Entry, neighbour: Entry | undefined): void {
  const { home } = entry
  const at = neighbour ? home.entries.indexOf(neighbour) + 1 : 0
  home.entries = home.entries.toSpliced(at, 0, entry)
}

/** Puts an entry (or the inline table that is its value) under its last key. */
export function hang(parent: Table, entry: Entry): void {
  const { table } = entry.value
  if (table) table.holder = entry
  parent.children.set(entry.keys.at(-1) as string, table ?? entry)
}

/**
 * Puts an entry under its keys; false if that defines something twice. Dotted keys extend tables made by dotted keys, and (as in Codex's
 * parser) tables that headers only imply; never tables with a header of their own.
 */
export function define(entry: Entry): boolean {
  const { keys, home } = entry
  let table = home
  for (let depth = 0; depth < keys.length; depth += 1) {
    const key = keys[depth] as string
    const known = table.children.get(key)
    if (depth === keys.length - 1) {
      if (known) return false
      hang(table, entry)
    } else if (!known) {
      const made = newTable('dotted', { home, prefix: keys.slice(0, depth + 1) })
      table.children.set(key, made)
      table = made
    } else if (known.kind === 'table' && (known.made === 'dotted' || known.made === 'implied')) {
      known.made = 'dotted'
      known.dotted ??= { home, prefix: keys.slice(0, depth + 1) }
      table = known
    } else return false
  }
  return true
}

function defineList(parent: Table, key: string): Table | undefined {
  const known = parent.children.get(key)
  if (known && known.kind !== 'list') return undefined
  const element = newTable('element')
  if (known) known.items.push(element)
  else parent.children.set(key, { kind: 'list', items: [element] })
  return element
}

function defineTable(parent: Table, key: string): Table | undefined {
  const known = parent.children.get(key)
  if (known && (known.kind !== 'table' || known.made !== 'implied')) return undefined
  const table = known ?? newTable('header')
  table.made = 'header'
  if (!known) parent.children.set(key, table)
  return table
}

/** The table that a header opens; undefined if that defines something twice. Headers may go below dotted tables and list elements. */
export function open(root: Table, path: readonly string[], isList: boolean): Table | undefined {
  let table = root
  for (let depth = 0; depth < path.length - 1; depth += 1) {
    const key = path[depth] as string
    let known = table.children.get(key)
    if (!known) {
      known = newTable('implied')
      table.children.set(key, known)
    }
    const next = known.kind === 'list' ? known.items.at(-1) : known
    if (next?.kind !== 'table' || next.made === 'inline') return undefined
    table = next
  }
  const last = path.at(-1) as string
  return isList ? defineList(table, last) : defineTable(table, last)
}

function plainNode(node: Node): ConfigValue {
  if (node.kind === 'value') return node.value.data
  return node.kind === 'list' ? node.items.map(plain) : plain(node)
}

/** A table as a null-prototype object. */
export function plain(table: Table): ConfigObject {
  const object: Record<string, ConfigValue> = Object.create(null)
  for (const [key, node] of table.children) object[key] = plainNode(node)
  return object
}
