import { commentEnd } from './json-read'

/**
 * One member of an object or list, cut so that nothing is lost: `lead` (blanks and comments), `head` (key, colon and what is around it; '' in
 * a list), `value`, then, where a comma follows, `tail` (what stands before the comma) and the comma.
 */
export interface Entry {
  lead: string
  readonly key: string
  readonly head: string
  value: string | Container
  tail: string
  comma: boolean
}

/** An object or list. Its text is the bracket, all entries, `end` (blanks and comments) and the bracket. */
export interface Container {
  readonly kind: 'object' | 'list'
  readonly entries: Entry[]
  end: string
}

/** A whole text, opened only along the paths that are asked for: a value stays one piece of text until `opened`. */
export interface Tree {
  readonly before: string
  readonly root: Container
  readonly after: string
}

/** The offset behind the blanks and comments that start at `at`. All functions here expect text that a JsonReader has accepted. */
function skipTrivia(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10 || code === 13 || code === 9) at += 1
    else if (code === 47) at = commentEnd(text, at)
    else return at
  }
}

/** The offset behind the string that starts at `from`. */
export function skipString(text: string, from: number): number {
  let quote = text.indexOf('"', from + 1)
  for (;;) {
    let back = quote
    while (text.charCodeAt(back - 1) === 92) back -= 1
    if ((quote - back) % 2 === 0) return quote + 1
    quote = text.indexOf('"', quote + 1)
  }
}

function skipContainer(text: string, from: number): number {
  let depth = 0
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 34) at = skipString(text, at)
    else if (code === 47) at = commentEnd(text, at)
    else {
      at += 1
      if (code === 123 || code === 91) depth += 1
      else if (code === 125 || code === 93) depth -= 1
      if (depth === 0) return at
    }
  }
}

const scalarForm = /[\w.+-]+/y

function skipValue(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 34) return skipString(text, at)
  if (code === 123 || code === 91) return skipContainer(text, at)
  scalarForm.lastIndex = at
  scalarForm.test(text)
  return scalarForm.lastIndex
}

function readEntry(text: string, from: number, at: number, keyed: boolean): { entry: Entry; at: number } {
  const keyEnd = keyed ? skipString(text, at) : at
  const valueAt = keyed ? skipTrivia(text, skipTrivia(text, keyEnd) + 1) : at
  const valueEnd = skipValue(text, valueAt)
  const commaAt = skipTrivia(text, valueEnd)
  const comma = text.charCodeAt(commaAt) === 44
  const entry = {
    lead: text.slice(from, at),
    key: keyed ? String(JSON.parse(text.slice(at, keyEnd))) : '',
    head: text.slice(at, valueAt),
    value: text.slice(valueAt, valueEnd),
    tail: comma ? text.slice(valueEnd, commaAt) : '',
    comma,
  }
  return { entry, at: comma ? commaAt + 1 : valueEnd }
}

function openAt(text: string, start: number): { container: Container; at: number } {
  const keyed = text.charCodeAt(start) === 123
  const entries: Entry[] = []
  let from = start + 1
  for (;;) {
    const at = skipTrivia(text, from)
    const code = text.charCodeAt(at)
    if (code === 125 || code === 93) {
      return { container: { kind: keyed ? 'object' : 'list', entries, end: text.slice(from, at) }, at: at + 1 }
    }
    const read = readEntry(text, from, at, keyed)
    entries.push(read.entry)
    from = read.at
  }
}

/** Opens the root of a text that was accepted as a document. */
export function openTree(text: string): Tree {
  const start = skipTrivia(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  const { container, at } = openAt(text, start)
  return { before: text.slice(0, start), root: container, after: text.slice(at) }
}

/** Opens the entry's value in place; undefined if it is neither an object nor a list. */
export function opened(entry: Entry): Container | undefined {
  if (typeof entry.value !== 'string') return entry.value
  if (entry.value[0] !== '{' && entry.value[0] !== '[') return undefined
  entry.value = openAt(entry.value, 0).container
  return entry.value
}

/** Adds the pieces of a value to `pieces`, up to the value of `stop`; true if `stop` was met. */
function collect(value: string | Container, pieces: string[], stop?: Entry): boolean {
  if (typeof value === 'string') {
    pieces.push(value)
    return false
  }
  pieces.push(value.kind === 'object' ? '{' : '[')
  for (const entry of value.entries) {
    pieces.push(entry.lead, entry.head)
    if (entry === stop || collect(entry.value, pieces, stop)) return true
    if (entry.comma) pieces.push(entry.tail, ',')
  }
  pieces.push(value.end, value.kind === 'object' ? '}' : ']')
  return false
}

export function valueText(value: string | Container): string {
  const pieces: string[] = []
  collect(value, pieces)
  return pieces.join('')
}

export const treeText = (tree: Tree): string => tree.before + valueText(tree.root) + tree.after

/** The offset of an entry's value in the tree's text. */
export function offsetOf(tree: Tree, entry: Entry): number {
  const pieces = [tree.before]
  collect(tree.root, pieces, entry)
  return pieces.join('').length
}
