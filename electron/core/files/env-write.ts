import { text as localText } from '../../../shared/model/text'
import { type ConfigValue, ConfigValueError, type Path } from './editor'
import { type Assignment, linesOf, scanEnv } from './env-scan'
import { eolOf, splitBom } from './text-shape'

const reasons = {
  name: localText('Use only letters, digits, _ . - in the name of a variable.', '变量名只能包含字母、数字和 _ . -。'),
  kind: localText('A .env file holds only text, numbers and true or false.', '.env 文件只能保存文本、数字和 true/false。'),
  line: localText('A value in a .env file must not contain a line break.', '.env 文件中的值不能包含换行。'),
  quotes: localText(
    'This value cannot be quoted in a .env file: it mixes quotes or ends in a backslash.',
    '此值无法写入 .env 文件：它混用了多种引号，或以反斜杠结尾。',
  ),
  openQuote: localText(
    'Without this line, a quote left open in another line of the .env file would take in its neighbours. Close that quote first.',
    '删除此行后，.env 文件中另一行未闭合的引号会吞掉相邻的内容。请先补上那个引号。',
  ),
  raw: localText('This is not the text of one value in a .env file.', '这不是 .env 文件中一个值的文本。'),
} as const

/** The name and the text of a variable. @throws {ConfigValueError} */
export function variableOf(path: Path, value: ConfigValue): { readonly key: string; readonly value: string } {
  const [key] = path
  if (key === undefined || !/^[\w.-]+$/.test(key)) throw new ConfigValueError(path, reasons.name)
  if (value === null || typeof value === 'object') throw new ConfigValueError(path, reasons.kind)
  if (/[\r\n\0]/.test(String(value))) throw new ConfigValueError(path, reasons.line)
  return { key, value: String(value) }
}

/**
 * How a value may be written, best first. Single quotes take everything literally, double quotes make line breaks of \n and \r, and a backslash
 * before the closing quote lets dotenv look for a later one.
 */
function spellings(value: string): readonly string[] {
  const quoted = ["'", '"', '`'].filter((quote) => !value.includes(quote) && (quote !== '"' || !value.includes('\\')))
  const bare = /^[^\s'"`#]+$/.test(value) ? [value] : []
  const texts = quoted.map((quote) => quote + value + quote)
  return value.endsWith('\\') ? [...bare, ...texts] : [...texts, ...bare]
}

/** True if dotenv reads the text as these assignments, with one value changed, added or (undefined) gone. */
function reads(text: string, before: readonly Assignment[], key: string, value: string | undefined): boolean {
  const expected = new Map(before.map((each) => [each.key, each.value]))
  if (value === undefined) expected.delete(key)
  else expected.set(key, value)
  const after = scanEnv(text)
  const unique = new Set(after.map((each) => each.key)).size === after.length
  return unique && after.length === expected.size && after.every((each) => expected.get(each.key) === each.value)
}

type Write = (spelling: string) => string

/** Where a value may be written, best first: over the present one; else in a new line at the end or, where the last line would take that for
 * its own (`KEY:`), at the start. */
function writes(text: string, all: readonly Assignment[], key: string): readonly Write[] {
  const present = all.find((each) => each.key === key)
  if (present) return [(spelling) => text.slice(0, present.valueStart) + spelling + text.slice(present.valueEnd)]
  const { bom, body } = splitBom(text)
  const eol = eolOf(text)
  const atEnd: Write = (line) => (body === '' || /[\r\n]$/.test(body) ? text + line + eol : text + eol + line)
  return [(spelling) => atEnd(`${key}=${spelling}`), (spelling) => `${bom}${key}=${spelling}${eol}${body}`]
}

/** Writes a variable. Tries every spelling until dotenv reads the whole text as meant. @throws {ConfigValueError} if none does */
export function writeVariable(text: string, all: readonly Assignment[], key: string, value: string): string {
  for (const write of writes(text, all, key)) {
    const found = spellings(value)
      .map(write)
      .find((each) => reads(each, all, key, value))
    if (found !== undefined) return found
  }
  throw new ConfigValueError([key], reasons.quotes)
}

/**
 * Writes a variable from the text of a value; where other lines changed so that this text would now read differently (an open quote), its
 * value is spelled anew. @throws {ConfigValueError} if it is not the text of one value
 */
export function writeRaw(text: string, all: readonly Assignment[], key: string, raw: string): string {
  const [alone, more] = scanEnv(`${key}=${raw}\n`)
  const isOne = alone !== undefined && more === undefined && alone.valueEnd - alone.valueStart === raw.length
  if (!isOne) throw new ConfigValueError([key], reasons.raw)
  const found = writes(text, all, key)
    .map((write) => write(raw))
    .find((each) => reads(each, all, key, alone.value))
  return found ?? writeVariable(text, all, key, alone.value)
}

/**
 * Takes a variable's lines out; a comment behind the value stays. The last line of a text without a final newline takes the one before.
 * @throws {ConfigValueError} if the other lines would then read differently
 */
export function removeVariable(text: string, all: readonly Assignment[], variable: Assignment): string {
  const { start, end } = linesOf(text, variable)
  const rest = text.slice(variable.valueEnd, end)
  const before = text.slice(0, start)
  const wasLast = end === text.length && !/[\r\n]$/.test(rest)
  const kept = rest.includes('#') ? before + rest.trimStart() : wasLast ? before.replace(/\r?\n$/, '') : before
  const result = kept + text.slice(end)
  if (!reads(result, all, variable.key, undefined)) throw new ConfigValueError([variable.key], reasons.openQuote)
  return result
}
