import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  ConfigShapeError,
  ConfigSyntaxError,
  type ConfigValue,
  ConfigValueError,
  type Edit,
  type Path,
} from '../../../electron/core/files/editor'
import { tomlEditor } from '../../../electron/core/files/toml-edit'
import { readToml } from '../../../electron/core/files/toml-verify'
import { undo } from './toml-oracle'

const folder = new URL('../../fixtures/codex/', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const set = (path: Path, value: ConfigValue): Edit => ({ op: 'set', path, value })
const write = (text: string, ...edits: Edit[]): string => tomlEditor.edit(text, edits).text
const provider = ['model_providers', 'switchyard']
const relay = [
  set(['model_provider'], 'switchyard'),
  set(['model'], 'relay-model'),
  set([...provider, 'name'], 'Switchyard'),
  set([...provider, 'base_url'], 'https://relay.example/v1'),
]
const section = '[model_providers.switchyard]\nname = "Switchyard"\nbase_url = "https://relay.example/v1"\n'
const roots = 'model_provider = "switchyard"\nmodel = "relay-model"\n'

function refusal(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('the Codex config files', () => {
  const shapes = {
    'line feeds': (text: string) => text,
    'Windows line ends': (text: string) => text.replaceAll('\n', '\r\n'),
    'a BOM': (text: string) => `\uFEFF${text}`,
    'no final newline': (text: string) => text.trimEnd(),
  }
  for (const name of readdirSync(folder)) {
    for (const [shape, reshape] of Object.entries(shapes)) {
      it(`${name} with ${shape}: gets the relay, keeps every other value and line, and gets its bytes back`, () => {
        const before = reshape(fixture(name))
        const { text, placed } = tomlEditor.edit(before, relay)
        const [was, is] = [readToml(before), readToml(text)]
        expect(is).toMatchObject({ model: 'relay-model', model_provider: 'switchyard' })
        expect(is.model_providers).toEqual(
          Object.assign(Object.create(null), was.model_providers, { switchyard: expect.objectContaining({ name: 'Switchyard' }) }),
        )
        expect({ ...is, model: 0, model_provider: 0, model_providers: 0 }).toEqual({
          ...was,
          model: 0,
          model_provider: 0,
          model_providers: 0,
        })
        expect(tomlEditor.parse(text)).toEqual(is)
        expect(undo(text, placed)).toBe(before)
      })
    }
  }

  it('a value is replaced in its own range, and its comment stays', () => {
    expect(write(fixture('typical.toml'), set(['model'], 'relay-model'))).toBe(
      fixture('typical.toml').replace('"gpt-5.5" #', '"relay-model" #'),
    )
    expect(write(fixture('typical.toml'), set(['mcp_servers', 'docs', 'env', 'LOG'], 'warn'))).toBe(
      fixture('typical.toml').replace('"info"', '"warn"'),
    )
  })

  it('in a file with tables only, root keys go below the comment at the top and above the comment of the first table', () => {
    expect(write(fixture('tables-only.toml'), ...relay)).toBe(
      `${fixture('tables-only.toml').replace('# trusted', `${roots}\n# trusted`)}\n${section}`,
    )
  })
})

describe('where new values go', () => {
  it.each([
    ['an empty file', '', `${roots}\n${section}`],
    ['a comment', '# mine\n', `# mine\n\n${roots}\n${section}`],
    ['root keys and a table', 'a = 1 # x\n\n[t]\nb = 2\n', `a = 1 # x\n${roots}\n[t]\nb = 2\n\n${section}`],
    ['a table that stands there empty', '[model_providers.switchyard] # x\n[t]\n', `${roots}\n${section.replace(']\n', '] # x\n')}[t]\n`],
    ['a last line without an end', '[t]', `${roots}\n[t]\n\n${section.trimEnd()}`],
    [
      'indented tables',
      '  [model_providers.switchyard]\n\tname = 1\n',
      `${roots}\n  ${section.replace('\nname', '\n\tname').replace('\nbase', '\n\tbase')}`,
    ],
  ])('%s', (_, before, after) => {
    const { text, placed } = tomlEditor.edit(before, relay)
    expect(text).toBe(after)
    expect(undo(text, placed)).toBe(before)
  })

  it.each([
    ['p = { }', 'p = { x = 1 }'],
    ['p = {}', 'p = { x = 1 }'],
    ['p = { a = 1 } # c', 'p = { a = 1, x = 1 } # c'],
    ['p = {\n  a = 1, # c, d\n}\n', 'p = {\n  a = 1, x = 1, # c, d\n}\n'],
    ['p.a = 1\nq = 2\n', 'p.a = 1\np.x = 1\nq = 2\n'],
    ['[t]\n[p]\n[u]\n', '[t]\n[p]\nx = 1\n[u]\n'],
    ['[p.q]\na = 1\n', '[p.q]\na = 1\n\n[p]\nx = 1\n'],
    ['[[p.q]]\na = 1\n', '[[p.q]]\na = 1\n\n[p]\nx = 1\n'],
    ['"p" . a = 1\n', '"p" . a = 1\np.x = 1\n'],
  ])('a new key in %j', (before, after) => {
    const { text, placed } = tomlEditor.edit(before, [set(['p', 'x'], 1)])
    expect(text).toBe(after)
    expect(undo(text, placed)).toBe(before)
  })

  it('an object becomes a section with one place per key, objects in it are inline', () => {
    const { text, placed } = tomlEditor.edit('', [set(['p', 'a b'], { x: 1, y: { z: [true, 'q'] }, empty: {} })])
    expect(text).toBe('[p."a b"]\nx = 1\ny = { z = [true, "q"] }\nempty = {}\n')
    expect(placed.map(({ path }) => path.join('/'))).toEqual(['p/a b', 'p/a b/x', 'p/a b/y', 'p/a b/empty'])
  })

  it('an object may be written over a table that has no other keys', () => {
    expect(write('[p]\na = 1 # c\n', set(['p'], { a: 2, b: 3 }))).toBe('[p]\na = 2 # c\nb = 3\n')
    expect(refusal(() => write('[p]\na = 1\nc = 1\n', set(['p'], { a: 2 })))).toBeInstanceOf(ConfigValueError)
    expect(refusal(() => write('[p]\na = 1\n', set(['p'], 'text')))).toBeInstanceOf(ConfigValueError)
  })

  it('the value that stands there already keeps its spelling and is reported', () => {
    const before = "a = 'x'\nb = 0x10\nc = 3.0\nd = [ 1,2 ]\n"
    const { text, placed } = tomlEditor.edit(before, [set(['a'], 'x'), set(['b'], 16), set(['c'], 3), set(['d'], [1, 2])])
    expect(text).toBe(before)
    expect(placed.map((place) => place.before)).toEqual(["'x'", '0x10', '3.0', '[ 1,2 ]'].map((raw) => ({ kind: 'value', raw })))
  })

  it('a date or a big integer is never taken for the string it looks like', () => {
    const before = 'a = 2024-01-01\nb = 9007199254740993\nc = [2024-01-01]\n'
    expect(write(before, set(['a'], '2024-01-01'), set(['b'], '9007199254740993'), set(['c'], ['2024-01-01']))).toBe(
      'a = "2024-01-01"\nb = "9007199254740993"\nc = ["2024-01-01"]\n',
    )
  })
})

describe('putting back', () => {
  const before = '[t]\na = 1\n'
  const { text, placed } = tomlEditor.edit(before, relay)

  it('keeps a section that the user wrote something into', () => {
    expect(undo(`${text}mine = 1\n`, placed)).toBe(`${before}\n[model_providers.switchyard]\nmine = 1\n`)
    expect(undo(text.replace('name =', '# my note\nname ='), placed)).toBe(`${before}\n[model_providers.switchyard]\n# my note\n`)
    expect(undo(text.replace('switchyard]', 'switchyard] # my note'), placed)).toBe(`${before}\n[model_providers.switchyard] # my note\n`)
  })

  it('keeps a comment that the user wrote behind a value of ours', () => {
    expect(undo(text.replace('"relay-model"', '"relay-model" # nice'), placed)).toBe(`# nice\n\n${before}`)
  })

  it('keeps tables that the user put below and after ours', () => {
    const more = '\n[model_providers.switchyard.http_headers]\nX-A = "1"\n\n# about q\n[q]\n'
    expect(undo(text + more, placed)).toBe(before + more)
  })

  it('finds its values where the user has written the table another way', () => {
    const inline = `${text.slice(0, text.indexOf('\n[model_providers'))}[model_providers]\nswitchyard = { base_url = "b", name = "n", mine = 1 }\n`
    expect(undo(inline, placed)).toBe(`${before}[model_providers]\nswitchyard = { mine = 1 }\n`)
    const dotted = `model_providers.switchyard.name = "n"\n${before}`
    expect(undo(dotted, placed)).toBe(before)
  })

  it('passes over what is no longer there, or has become a table', () => {
    expect(undo(before, placed)).toBe(before)
    expect(undo('[model]\nx = 1\n', placed)).toBe('[model]\nx = 1\n')
    expect(undo('[[model_providers]]\nx = 1\n', placed)).toBe('[[model_providers]]\nx = 1\n')
  })

  it('takes commas of inline tables along and leaves the comments in them', () => {
    const place = (path: Path) => [{ path, before: { kind: 'absent' as const, hints: {} } }]
    expect(undo('p = { x = 1, a = 2 }\n', place(['p', 'x']))).toBe('p = { a = 2 }\n')
    expect(undo('p = { a = 2, # c, d\n x = 1 }\n', place(['p', 'x']))).toBe('p = { a = 2 # c, d\n  }\n')
    expect(undo('p = { x = 1 # c, d\n, a = 2 }\n', place(['p', 'x']))).toBe('p = {  # c, d\na = 2 }\n')
  })

  it('puts the very raw text back, and a put-back of it too', () => {
    const odd = 'a = """\r\nx"""\r\nb.c = [ # d\r\n 0x1F ]\r\n'
    const edited = tomlEditor.edit(odd, [set(['a'], 'y'), set(['b', 'c'], false)])
    expect(edited.text).toBe('a = "y"\r\nb.c = false\r\n')
    expect(undo(edited.text, edited.placed)).toBe(odd)
    expect(write(edited.text, { op: 'raw', path: ['b', 'c'], raw: '[ # d\r\n 0x1F ]' })).toBe(odd.replace('"""\r\nx"""', '"y"'))
  })
})

describe('what is refused', () => {
  it.each([
    ['a = 1\na = 2\n', 2, 1],
    ['[t]\n[t]\n', 2, 1],
    ['[t]\nx = 1\n\n[t.x]\n', 4, 1],
    ['a = { b = 1 }\na.c = 1\n', 2, 1],
    ['\uFEFFa = \n', 1, 5],
    ['a = 1\r\n  b = "x\r\n', 2, 7],
    ['secret = sk-123\n', 1, 10],
    ['a = "\\q"\n', 1, 6],
    ['a = 1 b = 2\n', 1, 7],
    ['a = [1 2]\n', 1, 8],
    ['just text\n', 1, 6],
    ['a = 99999999999999999999\n', 1, 5],
  ])('%j at line %i, column %i', (text, line, column) => {
    const error = refusal(() => tomlEditor.parse(text))
    expect(error).toBeInstanceOf(ConfigSyntaxError)
    expect(error).toMatchObject({ line, column, reason: { en: expect.stringMatching(/\S/), zh: expect.stringMatching(/\p{Script=Han}/u) } })
    expect(JSON.stringify(error)).not.toContain('sk-123')
    expect(refusal(() => write(text, set(['z'], 1)))).toMatchObject({ line, column })
  })

  it('a value, a list or an array of tables where a table is needed, with its place', () => {
    expect(refusal(() => write('a = 1\nb = "x"\n', set(['b', 'c'], 1)))).toMatchObject({
      name: 'ConfigShapeError',
      path: ['b'],
      line: 2,
      column: 5,
    })
    expect(refusal(() => write('[[b]]\nc = 1\n', set(['b', 'c'], 1)))).toBeInstanceOf(ConfigShapeError)
  })

  it('values that TOML cannot hold, raw text that is more than a value, and list items', () => {
    expect(refusal(() => write('', set(['a'], null)))).toBeInstanceOf(ConfigValueError)
    expect(refusal(() => write('', set(['a'], { b: [null] })))).toBeInstanceOf(ConfigValueError)
    expect(refusal(() => write('', set(['a'], '\ud800')))).toBeInstanceOf(ConfigValueError)
    expect(refusal(() => write('', { op: 'raw', path: ['a'], raw: '1\nb = 2' }))).toBeInstanceOf(ConfigSyntaxError)
    expect(refusal(() => write('', { op: 'include', path: ['a'], item: 'x' }))).toMatchObject({
      message: expect.stringContaining('JSON only'),
    })
  })

  it('nesting so deep that it would exhaust the stack', () => {
    expect(refusal(() => tomlEditor.parse(`a = ${'['.repeat(100_000)}`))).toBeInstanceOf(ConfigSyntaxError)
  })
})

describe('reading', () => {
  it('a text without anything is blank, a comment is not', () => {
    expect(['', ' \r\n\t', '\uFEFF'].map(tomlEditor.isBlank)).toEqual([true, true, true])
    expect(['# c', '[t]', 'a = 1'].map(tomlEditor.isBlank)).toEqual([false, false, false])
  })

  it.each([
    '[toString]\nx = 1\n',
    '[__proto__]\nx = 1\n',
    '[constructor]\nx = 1\n',
    '["\\u0074oString"]\nx = 1\n',
    '__proto__.x = 1\n',
    'a = { __proto__ = { x = 1 } }\n',
  ])('%j touches no prototype, with either reader', (text) => {
    const [own, second] = [tomlEditor.parse(text), readToml(text)]
    expect(own).toEqual(second)
    expect(Object.getPrototypeOf(own)).toBe(null)
    expect([({} as { x?: number }).x, (Object.prototype.toString as { x?: number }).x, (Object as { x?: number }).x]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(readToml(write(text, set(['toString', 'y'], 2), set(['__proto__', 'z'], 3)))).toMatchObject({ toString: { y: 2 } })
  })

  it('every kind of date and number compares equal between the readers, whichever of them reads', () => {
    const values = [
      '1979-05-27T07:32:00+08:00',
      '1979-05-27T07:32:00.123456Z',
      '1979-05-27 07:32:00',
      '1979-05-27',
      '07:32:00.5',
      '9007199254740993',
      '-9223372036854775808',
      '0x7fffffffffffffff',
      '-0',
      '-0.0',
      '3.0',
      'nan',
      '-inf',
    ]
    const text = values.map((value, index) => `k${index} = ${value}\n`).join('\n')
    expect(readToml(text)).toEqual(tomlEditor.parse(text))
    expect(readToml(`${text}x = { a = 1,\n }\n`)).toEqual(tomlEditor.parse(`${text}x = { a = 1,\n }\n`))
    expect(tomlEditor.parse(text)).toMatchObject({
      k0: '1979-05-26T23:32:00.000Z',
      k2: '1979-05-27T07:32:00.000',
      k3: '1979-05-27',
      k4: '07:32:00.500',
      k5: '9007199254740993',
      k8: 0,
      k10: 3,
    })
  })

  it('the verifier refuses what both of its parsers refuse, with the place and without the text', () => {
    const error = refusal(() => readToml('a = 1\nkey = sk-secret\n'))
    expect(error).toBeInstanceOf(ConfigSyntaxError)
    expect(error).toMatchObject({ line: 2 })
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('sk-secret')
  })

  it('a text of a megabyte is read and edited without reading it again for each edit', () => {
    const big =
      fixture('typical.toml') +
      Array.from({ length: 16_000 }, (_, index) => `\n[projects."/home/user/p${index}"]\ntrust_level = "trusted"\n`).join('')
    const { text, placed } = tomlEditor.edit(big, relay)
    expect(text.length - big.length).toBeLessThan(300)
    expect(readToml(text)).toEqual(tomlEditor.parse(text))
    expect(undo(text, placed) === big).toBe(true)
  })
})
