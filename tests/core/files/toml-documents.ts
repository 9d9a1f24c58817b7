import fc from 'fast-check'
import { parse } from 'smol-toml'
import type { ConfigValue, Edit } from '../../../electron/core/files/editor'
import { isToml } from './toml-oracle'

/** A generated document and marks in it: comment lines that occur once, where a user may write something. */
export interface Generated {
  readonly text: string
  readonly marks: readonly string[]
}

const keys = [
  'model',
  'model_provider',
  'a',
  'b',
  '"a b"',
  "'C:\\x'",
  'a.b',
  'a.c',
  'b . a',
  'model_providers.sw',
  'tui.theme',
  '"__proto__"',
  'toString',
  'constructor',
]
const headers = [
  'a',
  'b',
  'a.b',
  'b.a',
  'a.b.c',
  'tui',
  'notice.model_migrations',
  'model_providers',
  'model_providers.sw',
  'model_providers.other',
  'projects."/p x"',
  "projects.'C:\\x'",
  ' a . "c d" ',
  'toString',
  '__proto__',
]
const values = [
  '1',
  '-0',
  '+7',
  '1_000',
  '0xFF',
  '0o17',
  '9007199254740993',
  '3.0',
  '1e5',
  '-inf',
  'true',
  'false',
  '"x"',
  '"\\u00e9 \\"q\\" # no"',
  "'lit # no'",
  '"gpt-5"',
  '""',
  '"""\nmulti\n  # no comment\n[no.header]\\\n   end"""',
  "'''\n# no \\ \nk = 1'''",
  '""""q""""',
  '1979-05-27',
  '07:32:00',
  '1979-05-27T07:32:00Z',
  '1979-05-27 07:32:00.5',
  '[]',
  '[1, 2]',
  '["a", [true], {x = 1}]',
  '[ # c\n  1,\n\t2, # d, e\n]',
  '{}',
  '{ }',
  '{ a = 1 }',
  '{a=1,b="x"}',
  '{ a.b = 1, c = { d = [1] } }',
  '{ sw = { name = "n" } }',
  '{ theme = "dark", } ',
  '{\n  a = 1, # x, y\n  b = 2 # z\n}',
  '{ # only\n}',
]
const indents = ['', '', '', '  ', '\t']
const trails = ['', '', ' # note', '\t#tab', '  ']

const entry = fc
  .record({
    key: fc.constantFrom(...keys),
    equals: fc.constantFrom(' = ', ' = ', '=', '\t=  '),
    value: fc.constantFrom(...values),
    indent: fc.constantFrom(...indents),
    trail: fc.constantFrom(...trails),
  })
  .map(({ key, equals, value, indent, trail }) => `${indent}${key}${equals}${value}${trail}`)
const header = fc
  .record({
    name: fc.constantFrom(...headers),
    indent: fc.constantFrom(...indents),
    trail: fc.constantFrom(...trails),
    isList: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ name, indent, trail, isList }) => `${indent}${isList === 0 ? `[[${name}]]` : `[${name}]`}${trail}`)
const statement = fc.oneof(
  { weight: 6, arbitrary: entry },
  { weight: 3, arbitrary: header },
  { weight: 3, arbitrary: fc.constantFrom('', '', '  ', '# comment', '\t# odd = "x"', '#mark') },
)

const isValid = (text: string): boolean => {
  try {
    parse(text, { integersAsBigInt: 'asNeeded' })
    return true
  } catch {
    return false
  }
}

/** Keeps the statements that leave the text valid, so that every kind of nesting turns up. */
function assemble(statements: readonly string[], eol: string, bom: boolean, isEnded: boolean): Generated {
  let kept: string[] = []
  const marks: string[] = []
  for (const [index, line] of statements.entries()) {
    const isMark = line === '#mark'
    const next = [...kept, isMark ? `# mark ${index};` : line]
    if (!isMark && !isValid(next.join('\n'))) continue
    kept = next
    if (isMark) marks.push(`# mark ${index};`)
  }
  const body = kept.join('\n') + (isEnded && kept.length > 0 ? '\n' : '')
  return { text: (bom ? '\uFEFF' : '') + body.replaceAll('\n', eol), marks }
}

export const documents = fc
  .tuple(
    fc.array(statement, { maxLength: 20, size: 'max' }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.integer({ min: 0, max: 7 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([statements, eol, bom, end]) => assemble(statements, eol, bom === 0, end > 0))
  // smol-toml alone accepts some redefinitions of tables in arrays of tables.
  .filter(({ text }) => !text.includes('[[') || isToml(text, '1.1'))

const paths = [
  ['model'],
  ['model_provider'],
  ['a'],
  ['b'],
  ['a b'],
  ['new key.x'],
  ['a', 'b'],
  ['a', 'c'],
  ['a', 'b', 'c'],
  ['b', 'a'],
  ['b', 'new'],
  ['a', 'b', 'c', 'd'],
  ['tui', 'theme'],
  ['model_providers', 'sw', 'name'],
  ['model_providers', 'sw', 'base_url'],
  ['model_providers', 'sw', 'query_params', 'api-version'],
  ['model_providers', 'other', 'name'],
  ['notice', 'model_migrations', 'gpt-5.5'],
  ['projects', '/p x', 'trust_level'],
  ['projects', 'C:\\x', 'trust_level'],
  ['__proto__', 'x'],
  ['toString', 'y'],
  ['constructor'],
] as const
const simple = fc.oneof(
  fc.constantFrom<ConfigValue>(
    'x',
    '',
    'a "q" \\ # é 中',
    'two\nlines\r\n\ttab',
    '\u0000\u007f\u0085\u2028\uFEFF',
    '😀',
    true,
    false,
    0,
    -7,
    42,
    1.5,
    1e300,
    1e-7,
    2 ** 53,
    1e20,
    'gpt-5',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const value: fc.Arbitrary<ConfigValue> = fc.oneof(
  { weight: 6, arbitrary: simple },
  { weight: 1, arbitrary: fc.array(simple, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('name', 'base_url', 'b c', '__proto__'), simple, { maxKeys: 3, noNullPrototype: false }),
  },
)

/** Edits as Switchyard makes them: values, now and then lists and objects, at paths that may or may not exist. */
export const edits: fc.Arbitrary<readonly Extract<Edit, { op: 'set' }>[]> = fc.array(
  fc.record({ op: fc.constant('set' as const), path: fc.constantFrom(...paths), value }),
  { minLength: 1, maxLength: 5 },
)
