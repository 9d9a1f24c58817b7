import { text as localText } from '../../../shared/model/text'
import { type ConfigValue, ConfigValueError, type Path } from './editor'
import { type Assignment, scanEnv } from './env-scan'
import { eolOf, splitBom } from './text-shape'

const reasons = {
  name: localText('Use only letters, digits, _ . - in the name of a variable.', '变量名只能包含字母、数字和 _ . -。'),
  kind: localText('A .env file holds only text, numbers and true or false.', '.env 文件只能保存文本、数字和 true/false。'),
  line: localText('A value in a .env file must not contain a line break.', '.env 文件中的值不能包含换行。'),
  quotes: localText(
    'This value cannot be quoted in a .env file: it mixes quotes or ends in a backslash.',
    '此值无法写入 .env 文件：它混用了多种引号，或以反斜杠结尾。',
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

/** True if dotenv reads the text as these assignments, with one value changed or one added. */
function reads(text: string, before: readonly Assignment[], key: string, value: string): boolean {
  const expected = new Map(before.map((each) => [each.key, each.value])).set(key, value)
  const after = scanEnv(text)
  return after.length === expected.size && after.every((each) => expected.get(each.key) === each.value)
}

/** The texts that have one more line, at the end or, where the last line would take it for its own, at the start. */
function withLine(text: string, line: string): readonly string[] {
  const { bom, body } = splitBom(text)
  const eol = eolOf(text)
  const atEnd = body === '' || /[\r\n]$/.test(body) ? body + line + eol : body + eol + line
  return [bom + atEnd, bom + line + eol + body]
}

/** Writes a variable. Tries every spelling until dotenv reads the whole text as meant. @throws {ConfigValueError} if none does */
export function writeVariable(text: string, all: readonly Assignment[], key: string, value: string): string {
  const present = all.find((each) => each.key === key)
  for (const spelling of spellings(value)) {
    const texts = present ? [replaceValue(text, present, spelling)] : withLine(text, `${key}=${spelling}`)
    const found = texts.find((each) => reads(each, all, key, value))
    if (found !== undefined) return found
  }
  throw new ConfigValueError([key], reasons.quotes)
}

/** Writes a variable from the text of a value. @throws {ConfigValueError} if it is not the text of one value */
export function writeRaw(text: string, all: readonly Assignment[], key: string, raw: string): string {
  const [alone, more] = scanEnv(`${key}=${raw}\n`)
  const isOne = alone !== undefined && more === undefined && alone.valueEnd - alone.valueStart === raw.length
  if (!isOne) throw new ConfigValueError([key], reasons.raw)
  const present = all.find((each) => each.key === key)
  const texts = present ? [replaceValue(text, present, raw)] : withLine(text, `${key}=${raw}`)
  const found = texts.find((each) => reads(each, all, key, alone.value))
  if (found === undefined) throw new ConfigValueError([key], reasons.raw)
  return found
}

function replaceValue(text: string, { valueStart, valueEnd }: Assignment, raw: string): string {
  return text.slice(0, valueStart) + raw + text.slice(valueEnd)
}
