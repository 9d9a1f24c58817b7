import type { LocalText } from '../../../shared/model/text'
import { duplicateKey } from './duplicate-key'
import { type ConfigObject, ConfigSyntaxError, type ConfigValue } from './editor'
import { jsonReasons } from './json-reasons'
import { lineColumn } from './text-shape'

/** What a dialect of JSON allows beyond RFC 8259. */
export interface JsonDialect {
  readonly comments: boolean
  readonly trailingCommas: boolean
}

/** V8's own parser has no limit; recursion needs one. No real settings file comes near. */
export const deepest = 500

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const escapeForm = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/**
 * One pass over a text that builds its values (null-prototype objects) and refuses what the dialect does not allow and duplicate keys.
 * `at` is an offset in the text.
 */
export class JsonReader {
  at: number

  constructor(
    readonly text: string,
    private readonly dialect: JsonDialect,
    start: number,
  ) {
    this.at = start
  }

  fail(reason: LocalText, at = this.at): never {
    const { line, column } = lineColumn(this.text, at)
    throw new ConfigSyntaxError(at >= this.text.length ? jsonReasons.ended : reason, line, column)
  }

  /** Passes blanks and comments; returns the code of what comes next (NaN at the end). */
  next(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code === 32 || code === 10 || code === 13 || code === 9) this.at += 1
      else if (code === 47) this.comment()
      else return code
    }
  }

  value(depth = 0): ConfigValue {
    const code = this.next()
    if (code === 34) return this.string()
    if (code === 123) return this.object(depth)
    if (code === 91) return this.list(depth)
    if (code === 45 || (code >= 48 && code <= 57)) return this.number()
    if (this.word('true')) return true
    if (this.word('false')) return false
    if (this.word('null')) return null
    return this.fail(jsonReasons.value)
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false
    this.at += word.length
    return true
  }

  object(depth = 0): ConfigObject {
    if (depth > deepest) this.fail(jsonReasons.deep)
    const result: Record<string, ConfigValue> = Object.create(null)
    this.at += 1
    let comma = -1
    for (;;) {
      const code = this.next()
      if (code === 125) return this.close(comma, result)
      if (code !== 34) this.fail(jsonReasons.key)
      const start = this.at
      const key = this.string()
      if (key in result) this.fail(duplicateKey(key), start)
      if (this.next() !== 58) this.fail(jsonReasons.colon)
      this.at += 1
      result[key] = this.value(depth + 1)
      comma = this.separator(125, jsonReasons.objectSeparator)
    }
  }

  private list(depth: number): ConfigValue {
    if (depth > deepest) this.fail(jsonReasons.deep)
    const result: ConfigValue[] = []
    this.at += 1
    let comma = -1
    for (;;) {
      if (this.next() === 93) return this.close(comma, result)
      result.push(this.value(depth + 1))
      comma = this.separator(93, jsonReasons.listSeparator)
    }
  }

  /** Returns the offset of the comma, or -1 where the closing bracket comes next. */
  private separator(bracket: number, reason: LocalText): number {
    const code = this.next()
    if (code === bracket) return -1
    if (code !== 44) this.fail(reason)
    this.at += 1
    return this.at - 1
  }

  private close<T>(comma: number, result: T): T {
    if (comma !== -1 && !this.dialect.trailingCommas) this.fail(jsonReasons.trailingComma, comma)
    this.at += 1
    return result
  }

  private string(): string {
    const start = this.at
    let at = start + 1
    let plain = true
    for (;;) {
      const code = this.text.charCodeAt(at)
      if (code === 34) break
      if (code === 92) {
        plain = false
        escapeForm.lastIndex = at
        if (!escapeForm.test(this.text)) this.fail(jsonReasons.escape, at)
        at = escapeForm.lastIndex
      } else if (code >= 32) at += 1
      else if (code === 10 || code === 13 || at >= this.text.length) this.fail(jsonReasons.openString, start)
      else this.fail(jsonReasons.control, at)
    }
    this.at = at + 1
    return plain ? this.text.slice(start + 1, at) : String(JSON.parse(this.text.slice(start, this.at)))
  }

  private number(): number {
    numberForm.lastIndex = this.at
    const found = numberForm.exec(this.text)
    const end = numberForm.lastIndex
    const after = this.text.charCodeAt(end)
    const goesOn = (after >= 48 && after <= 57) || after === 46 || after === 43 || after === 45 || (after | 32) === 101
    if (found === null || goesOn) return this.fail(jsonReasons.number)
    this.at = end
    return Number(found[0])
  }

  private comment(): void {
    const kind = this.text.charCodeAt(this.at + 1)
    if (kind !== 47 && kind !== 42) this.fail(jsonReasons.value)
    if (!this.dialect.comments) this.fail(jsonReasons.comment)
    const end = commentEnd(this.text, this.at)
    if (end === -1) this.fail(jsonReasons.openComment)
    this.at = end
  }
}

/** The offset behind the comment that starts at `at` (the line end itself is not part of a line comment); -1 if it is not closed. */
export function commentEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === 42) {
    const close = text.indexOf('*/', at + 2)
    return close === -1 ? -1 : close + 2
  }
  let end = at + 2
  for (let code = text.charCodeAt(end); code !== 10 && code !== 13 && end < text.length; code = text.charCodeAt(end)) end += 1
  return end
}
