import { describe, expect, it } from 'vitest'
import { ConfigShapeError, ConfigSyntaxError, ConfigValueError, type Edit, type Editor } from '../../../electron/core/files/editor'
import { jsoncNoTrailingComma, strictJson, tolerantJson } from '../../../electron/core/files/json-edit'

const set = (path: string, value: Extract<Edit, { op: 'set' }>['value']): Edit => ({ op: 'set', path: path.split('/'), value })
const include = (path: string, item: string): Edit => ({ op: 'include', path: path.split('/'), item })

/** Edits, and proves on the way that putting back gives the very bytes. */
function edited(text: string, edits: readonly Edit[], editor: Editor = strictJson): string {
  const result = editor.edit(text, edits)
  expect(editor.putBack(result.text, result.placed.toReversed())).toBe(text)
  return result.text
}

function thrown(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('JSON editor: what an edit writes', () => {
  it('replaces only the text of a value', () => {
    expect(edited('{ "a" : 1.0 ,"b":[1,\n2] }', [set('a', 'x'), set('b', null)])).toBe('{ "a" : "x" ,"b":null }')
  })

  it('leaves the spelling of a value that is equal already, and reports it', () => {
    const text = '{"a": 1.0, "b": "\\u0061", "c": {"y": 2, "x": [1e0]}}'
    const result = strictJson.edit(text, [set('a', 1), set('b', 'a'), set('c', { x: [1], y: 2 })])
    expect(result.text).toBe(text)
    expect(result.placed.map(({ before }) => before)).toEqual([
      { kind: 'value', raw: '1.0' },
      { kind: 'value', raw: '"\\u0061"' },
      { kind: 'value', raw: '{"y": 2, "x": [1e0]}' },
    ])
  })

  it('adds members in the style of their neighbours, with containers on the way', () => {
    const tabs = '{\r\n\t"a": 1\r\n}'
    expect(edited(tabs, [set('env/X', '1'), set('env/Y', '2')])).toBe(
      '{\r\n\t"a": 1,\r\n\t"env": {\r\n\t\t"X": "1",\r\n\t\t"Y": "2"\r\n\t}\r\n}',
    )
    expect(edited('{"a":1}', [set('b/c', [1, { d: 2 }])])).toBe('{"a":1,"b":{"c":[1,{"d":2}]}}')
    expect(edited('{ "a": 1 }\n', [set('b/c', [1])])).toBe('{ "a": 1, "b": { "c": [ 1 ] } }\n')
    expect(edited('{\n    "e": {},\n    "s": { "x": 1 }\n}\n', [set('e/k', [1]), set('s/y', 2)])).toBe(
      '{\n    "e": {\n        "k": [\n            1\n        ]\n    },\n    "s": { "x": 1, "y": 2 }\n}\n',
    )
  })

  it('keeps comments on their lines', () => {
    const text = '{\n  "a": 1 // note\n  // end\n}\n'
    expect(edited(text, [set('b', 2)], jsoncNoTrailingComma)).toBe('{\n  "a": 1, // note\n  "b": 2\n  // end\n}\n')
    expect(edited('{ // nothing yet\n}', [set('b', 2)], jsoncNoTrailingComma)).toBe('{ // nothing yet\n  "b": 2\n}')
    expect(edited('{ "a": 1 /* x */ }', [set('b', 2)], jsoncNoTrailingComma)).toBe('{ "a": 1, /* x */ "b": 2 }')
    expect(edited('{ "a": 1 // x\n}', [set('b', 2)], jsoncNoTrailingComma)).toBe('{ "a": 1, // x\n  "b": 2\n}')
  })

  it('writes a trailing comma only where the last member has one', () => {
    expect(edited('{\n  "a": 1, // x\n}', [set('b', 2)], tolerantJson)).toBe('{\n  "a": 1, // x\n  "b": 2,\n}')
    expect(edited('{\n  "a": 1\n}', [set('b', 2)], tolerantJson)).toBe('{\n  "a": 1,\n  "b": 2\n}')
    expect(edited('{ "l": ["a",], }', [include('l', 'b')], tolerantJson)).toBe('{ "l": ["a", "b",], }')
  })

  it('keeps a byte order mark, and numbers and dates that JavaScript cannot hold', () => {
    expect(edited('\uFEFF{"big": 12345678901234567890, "n": 1.10}', [set('x', 1)])).toBe(
      '\uFEFF{"big": 12345678901234567890, "n": 1.10, "x": 1}',
    )
  })

  it('treats any key as plain data', () => {
    const text = edited('{"__proto__": {"toString": 1}}', [set('__proto__/x', 1), set('constructor/prototype/y', 2)])
    const parsed = strictJson.parse(text)
    expect(Object.keys(parsed)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(parsed)).toBeNull()
    expect('x' in {} || 'y' in {}).toBe(false)
  })

  it('gives an empty container its own inside back', () => {
    expect(edited('{ "a": { }, "b": [\n] }', [set('a/x', 1), include('b', 'y')])).toBe('{ "a": { "x": 1 }, "b": ["y"] }')
    expect(edited('{\n\n}', [set('a', 1), set('b', 2)])).toBe('{\n  "a": 1,\n  "b": 2\n}')
  })

  it('writes a raw value as it is', () => {
    const result = jsoncNoTrailingComma.edit('{}', [{ op: 'raw', path: ['a', 'b'], raw: '[1, /* two */ 2.0]' }])
    expect(result.text).toBe('{\n  "a": {\n    "b": [1, /* two */ 2.0]\n  }\n}')
  })

  it('starts a document from nothing, in the line ends and with the mark of the text', () => {
    for (const blank of ['', '  \n', '\uFEFF']) {
      const { text, placed } = strictJson.edit(blank, [set('a/b', 'c')])
      expect(text.replace('\uFEFF', '')).toBe('{\n  "a": {\n    "b": "c"\n  }\n}\n')
      expect(strictJson.isBlank(strictJson.putBack(text, placed.toReversed()))).toBe(true)
    }
    expect(strictJson.edit('\r\n', [set('a', 1)]).text).toBe('{\r\n  "a": 1\r\n}\r\n')
    expect(strictJson.edit('', []).text).toBe('')
  })
})

describe('JSON editor: lists', () => {
  it('adds an item once, and makes the list where it is missing', () => {
    const text = edited('{\n  "l": [\n    "a"\n  ]\n}', [include('l', 'b'), include('l', 'b'), include('m/n', 'c')])
    expect(text).toBe('{\n  "l": [\n    "a",\n    "b"\n  ],\n  "m": {\n    "n": [\n      "c"\n    ]\n  }\n}')
  })

  it('leaves an item that was there before', () => {
    const { text, placed } = strictJson.edit('{"l":["\\u0061"]}', [include('l', 'a')])
    expect(text).toBe('{"l":["\\u0061"]}')
    expect(strictJson.putBack('{"l":["a", "b"]}', placed)).toBe('{"l":["a", "b"]}')
  })

  it('takes out only its own item, and the list only when it is empty', () => {
    const { text, placed } = strictJson.edit('{}', [include('l', 'a')])
    expect(strictJson.putBack(text.replace('"a"', '"x",\n    "a"'), placed.toReversed())).toBe('{\n  "l": [\n    "x"\n  ]\n}')
    expect(strictJson.putBack('{"l": "gone"}', placed.toReversed())).toBe('{"l": "gone"}')
  })
})

describe('JSON editor: putting back among changes of others', () => {
  const before = '{\n  "a": 1\n}\n'
  const { text: after, placed } = jsoncNoTrailingComma.edit(before, [set('env/K', 'v'), set('z', 1)])
  const back = (text: string) => jsoncNoTrailingComma.putBack(text, placed.toReversed())

  it('keeps members and comments that were added around', () => {
    expect(back(after.replace('"a": 1,', '"a": 1, // hey'))).toBe('{\n  "a": 1 // hey\n}\n')
    expect(back(after.replace('"z": 1', '"z": 1,\n  "u": 2'))).toBe('{\n  "a": 1,\n  "u": 2\n}\n')
    expect(back(after.replace('"z": 1', '"z": 1, "u": 2'))).toBe('{\n  "a": 1, "u": 2\n}\n')
    expect(back(after.replace('"a": 1,', '"a": 1, // hey').replace('"z": 1', '"z": 1, "u": 2'))).toContain('// hey\n')
    expect(back(after.replace('"z": 1', '"z": 1 // mine'))).toBe('{\n  "a": 1 // mine\n}\n')
    expect(back(after.replace('"z": 1', '// why\n  "z": 1'))).toBe('{\n  "a": 1\n  // why\n}\n')
  })

  it('keeps comments before a comma, and the blanks that open a line', () => {
    expect(back(after.replace('"z": 1', '"z": 1 /* mine */, "u": 2'))).toBe('{\n  "a": 1, /* mine */ "u": 2\n}\n')
    expect(back('{\n  "a": 1 /* mine */, "z": 1\n}\n')).toBe('{\n  "a": 1 /* mine */\n}\n')
    expect(back('{"z": 1, "u": 2}')).toBe('{"u": 2}')
  })

  it('keeps a container that holds something else by now, a comment too', () => {
    expect(back(after.replace('"K": "v"', '"K": "v",\n    "U": 1'))).toBe('{\n  "a": 1,\n  "env": {\n    "U": 1\n  }\n}\n')
    expect(back(after.replace('"K": "v"', '"K": "v" // keep'))).toContain('// keep')
  })

  it('passes over places that are gone', () => {
    expect(back(before)).toBe(before)
    expect(back('{"env": 5}')).toBe('{"env": 5}')
    expect(back('')).toBe('')
    expect(back('{ "z": 1 }')).toBe('{}')
  })

  it('refuses a text that cannot be read, and a stored value that is none', () => {
    expect(thrown(() => back('{"a": '))).toBeInstanceOf(ConfigSyntaxError)
    const places = [{ path: ['a'], before: { kind: 'value' as const, raw: '1, "b": 2' } }]
    expect(thrown(() => strictJson.putBack(before, places))).toBeInstanceOf(ConfigSyntaxError)
  })
})

describe('JSON editor: what it refuses', () => {
  const refused = (text: string, editor: Editor = strictJson) => {
    const error = thrown(() => editor.parse(text))
    expect(thrown(() => editor.edit(text, [set('a', 1)]))).toEqual(error)
    if (!(error instanceof ConfigSyntaxError)) throw error
    expect(error.reason.zh).toMatch(/[一-龥]/)
    return `${error.line}:${error.column} ${error.reason.en}`
  }

  it.each([
    ['{"a": 1, // x\n}', '1:10 Comments are not allowed in this file. Remove it.'],
    ['{\r\n  "a": 1,\r\n}', '2:9 This comma has nothing after it. Remove it.'],
    ['{"l": [1,]}', '1:9 This comma has nothing after it. Remove it.'],
    ['\uFEFF{"env": {"K": 1,\n"K": 2}}', '2:1 The key "K" appears twice. Remove one of them.'],
    ['{"a": 1, "\\u0061": 2}', '1:10 The key "a" appears twice. Remove one of them.'],
    ['{"l": [{"a secret-ish key": 1, "a secret-ish key": 1}]}', '1:32 This key appears twice. Remove one of them.'],
    ['[1]', '1:1 The file must hold one object in { }.'],
    ['"x"', '1:1 The file must hold one object in { }.'],
    ['{"a": 1', '1:8 The file ends too early: something is missing at its end.'],
    ['{"a": "sk-1\n}', '1:7 This text is not closed with a double quote.'],
    ['{"a": "sk-1', '1:7 This text is not closed with a double quote.'],
    ['{"a": "\t"}', '1:8 A tab or control character inside quotes must be written as an escape.'],
    ['{"a": "C:\\x"}', '1:10 The backslash starts no valid escape. Write \\\\ for a backslash.'],
    ['{"a": sk-1}', '1:7 A value is expected here.'],
    ['{"a" 1}', '1:6 A colon is missing after the key.'],
    ['{"a": 1 "b": 2}', '1:9 A comma or } is missing here.'],
    ['{"a": [1 2]}', '1:10 A comma or ] is missing here.'],
    ['{a: 1}', '1:2 A key in double quotes is expected here.'],
    ['{"a": 01}', '1:7 This number is not valid JSON.'],
    ['{"a": 1.}', '1:7 This number is not valid JSON.'],
    ['{"a": 1} x', '1:10 There is text after the closing } of the file. Remove it.'],
    [`{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, '1:507 The values are nested too deeply.'],
  ])('refuses %.30j with place and reason', (text, expected) => {
    expect(refused(text)).toBe(expected)
  })

  it('takes comments without trailing commas, or both, where the dialect does', () => {
    expect(jsoncNoTrailingComma.parse('{"a": 1 /* x */} // y')).toMatchObject({ a: 1 })
    expect(refused('{"a": 1, /* x */}', jsoncNoTrailingComma)).toBe('1:8 This comma has nothing after it. Remove it.')
    expect(refused('{"a": 1} /* x', jsoncNoTrailingComma)).toBe('1:10 This comment is not closed with */.')
    expect(tolerantJson.parse('{"a": [1, ], /* x */}')).toMatchObject({ a: [1] })
    expect(refused('{"a": 1,,}', tolerantJson)).toBe('1:9 A key in double quotes is expected here.')
    expect(refused('// only this\n', tolerantJson)).toContain('ends too early')
  })

  it('names the place of what should have been a container', () => {
    const error = thrown(() => strictJson.edit('{\n  "a": {"b": "sk-1"}\n}', [set('n/m', 1), set('a/b/c', 1)]))
    expect(error).toMatchObject({ path: ['a', 'b'], line: 2, column: 14, expected: 'object', message: 'a.b is not an object' })
    expect(error).toBeInstanceOf(ConfigShapeError)
    expect(thrown(() => strictJson.edit('{"l": {}}', [include('l', 'x')]))).toMatchObject({ expected: 'list', column: 7 })
    expect(thrown(() => strictJson.edit('{"l": []}', [set('l/x', 1)]))).toMatchObject({ expected: 'object' })
  })

  it('refuses values that JSON cannot hold and raw texts that are not one value', () => {
    expect(thrown(() => strictJson.edit('{}', [set('a', { b: [Number.NaN] })]))).toBeInstanceOf(ConfigValueError)
    expect(thrown(() => strictJson.edit('{}', [{ op: 'raw', path: ['a'], raw: '1 } , {' }]))).toBeInstanceOf(ConfigSyntaxError)
    expect(thrown(() => strictJson.edit('{}', [{ op: 'raw', path: ['a'], raw: '/**/ 1' }]))).toBeInstanceOf(ConfigSyntaxError)
  })

  it('knows a blank text', () => {
    expect(['', ' \r\n', '\uFEFF', '{ }\n', '\uFEFF{\r\n}'].map(strictJson.isBlank)).not.toContain(false)
    expect(['{"a":1}', '// x', '{ // x\n}', '[]', 'null'].map(tolerantJson.isBlank)).not.toContain(true)
  })
})

describe('JSON editor: size', () => {
  it('makes two dozen changes and takes them back on a settings file of 1 MB without delay', () => {
    const projects = Object.fromEntries(
      [...Array(7000).keys()].map((n) => [`/home/user/${n}`, { history: ['x "y"'.repeat(20)], n, on: true }]),
    )
    const text = JSON.stringify({ env: {}, projects, end: 1 }, null, 2)
    expect(text.length).toBeGreaterThan(1_000_000)
    const edits = [...Array(12).keys()].flatMap((n): Edit[] => [
      { op: 'set', path: ['projects', `/home/user/${n * 500}`, 'on'], value: false },
      { op: 'set', path: ['env', `K${n}`], value: 'v' },
    ])
    const start = performance.now()
    const result = strictJson.edit(text, edits)
    expect(strictJson.putBack(result.text, result.placed.toReversed())).toBe(text)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
