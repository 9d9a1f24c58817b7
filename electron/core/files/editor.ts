/** A value that config formats can hold. */
export type ConfigValue = string | number | boolean | null | readonly ConfigValue[] | ConfigObject
export interface ConfigObject {
  readonly [key: string]: ConfigValue
}

/** Keys from the root down; never an array index. */
export type Path = readonly string[]

/**
 * What stood at a place before Switchyard wrote there: enough to put it back byte for byte, also when other parts changed in between.
 * Plain JSON, because it is stored. `value`: the raw source text of the value that was replaced. `absent`: nothing stood there; `hints` is
 * the editor's own record of what it put around the value (separators, blank lines, the inside of an empty container). `item`: the place is a
 * list that got one more item.
 */
export type Before =
  | { readonly kind: 'value'; readonly raw: string }
  | { readonly kind: 'absent'; readonly hints: Readonly<Record<string, string>> }
  | { readonly kind: 'item'; readonly item: string; readonly hints: Readonly<Record<string, string>> }

/** One place that an edit touched: the value itself, or a container (object, table, list) that had to be made for it. */
export interface Placed {
  readonly path: Path
  readonly before: Before
}

export type Edit =
  /** Writes a value; containers on the way are made where they are missing. */
  | { readonly op: 'set'; readonly path: Path; readonly value: ConfigValue }
  /** Writes a value from its raw source text (a put-back of a put-back). */
  | { readonly op: 'raw'; readonly path: Path; readonly raw: string }
  /** Adds a string to the list at the path, unless it is there; the list is made where it is missing. JSON only. */
  | { readonly op: 'include'; readonly path: Path; readonly item: string }

export interface Edited {
  readonly text: string
  /**
   * What was touched, in order: containers that were made stand before what is in them. An edit that changes nothing (the very value is there
   * already) still reports its place, with the raw text that stands there.
   */
  readonly placed: readonly Placed[]
}

/**
 * Changes one text format in place. Pure: text in, text out. Everything that is not the addressed value stays byte for byte: comments, order,
 * indentation, unknown keys, number spelling, BOM, line ends (new lines take the file's own), final newline or none.
 */
export interface Editor {
  /** What a new file starts with. */
  readonly blank: string
  /**
   * All values, as null-prototype objects.
   * @throws {ConfigSyntaxError} when the text is not valid for this format, has a duplicate key, or is not an object at its root
   */
  parse(text: string): ConfigObject
  /** True if the text holds no value at all (comments count as content). An empty or white text is blank. */
  isBlank(text: string): boolean
  /**
   * @throws {ConfigSyntaxError} as parse
   * @throws {ConfigShapeError} when a container on the way is something else (a string where an object is needed)
   */
  edit(text: string, edits: readonly Edit[]): Edited
  /**
   * Undoes places in the given order (the caller passes the newest first). A `value` gets its raw text back; an `absent` value goes, with what
   * was put around it; an `absent` container goes only if nothing is left in it; an `item` leaves its list. A place that is no longer there is
   * passed over. With nothing else changed in between the result is byte for byte the text before the edit; with changes elsewhere it is those
   * changes on top of it.
   */
  putBack(text: string, places: readonly Placed[]): string
}

/** The text cannot be understood. Lines and columns count from 1. The reason never quotes the file's values, they may be secrets. */
export class ConfigSyntaxError extends Error {
  constructor(
    readonly reason: { readonly en: string; readonly zh: string },
    readonly line: number,
    readonly column: number,
  ) {
    super(reason.en)
    this.name = 'ConfigSyntaxError'
  }
}

/** The text is valid, but something else stands where a container (`expected`) is needed. */
export class ConfigShapeError extends Error {
  constructor(
    readonly path: Path,
    readonly line: number,
    readonly column: number,
    readonly expected: 'object' | 'list' = 'object',
  ) {
    super(`${path.join('.')} is not ${expected === 'object' ? 'an object' : 'a list'}`)
    this.name = 'ConfigShapeError'
  }
}

/** The value cannot be written in this format so that the tool reads it back unchanged. The reason never quotes the value. */
export class ConfigValueError extends Error {
  constructor(
    readonly path: Path,
    readonly reason: { readonly en: string; readonly zh: string },
  ) {
    super(`${path.join('.')}: ${reason.en}`)
    this.name = 'ConfigValueError'
  }
}
