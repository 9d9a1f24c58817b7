import { parse } from 'dotenv'
import { describe, expect, it } from 'vitest'
import { ConfigShapeError, ConfigSyntaxError, ConfigValueError, type Edit } from '../../../electron/core/files/editor'
import { dotenvEditor } from '../../../electron/core/files/env-edit'

const set = (key: string, value: string): Edit => ({ op: 'set', path: [key], value })

/** Edits, and proves on the way that putting back gives the very bytes and that dotenv reads the value. */
function edited(text: string, ...edits: Edit[]): string {
  const result = dotenvEditor.edit(text, edits)
  expect(dotenvEditor.putBack(result.text, result.placed.toReversed())).toBe(text)
  expect({ ...dotenvEditor.parse(result.text) }).toEqual(parse(result.text))
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

describe('.env editor: what an edit writes', () => {
  it.each([
    ['K=old', "K='new'"],
    ["K='old'\n", "K='new'\n"],
    ['K="old" # note\n', "K='new' # note\n"],
    ['  export K = old  # note\r\n', "  export K = 'new'  # note\r\n"],
    ['K=\n', "K='new'\n"],
    ['K=   # none\n', "K='new'   # none\n"],
    ['K: yaml\n', "K: 'new'\n"],
    ['A=1\nK="two\nlines"\nB=2', "A=1\nK='new'\nB=2"],
    ['\uFEFFK=`old`', "\uFEFFK='new'"],
  ])('replaces only the value in %j', (text, expected) => {
    expect(edited(text, set('K', 'new'))).toBe(expected)
  })

  it('adds a line at the end, in the line ends of the file and with a final newline only where there was one', () => {
    expect(edited('A=1\r\n', set('K', 'v'))).toBe("A=1\r\nK='v'\r\n")
    expect(edited('A=1\nB=2', set('K', 'v'), set('L', 'w'))).toBe("A=1\nB=2\nK='v'\nL='w'")
    expect(edited('', set('K', 'v'))).toBe("K='v'\n")
    expect(edited('\uFEFF', set('K', 'v'))).toBe("\uFEFFK='v'\n")
    expect(edited('# only a comment\n\n', set('K', 'v'))).toBe("# only a comment\n\nK='v'\n")
  })

  it('leaves the spelling of a value that is equal already, and reports it', () => {
    const result = dotenvEditor.edit('K="same" # x', [set('K', 'same')])
    expect(result).toEqual({ text: 'K="same" # x', placed: [{ path: ['K'], before: { kind: 'value', raw: '"same"' } }] })
  })

  it.each([
    ['a#b', "K='a#b'\n"],
    [' blanks ', "K=' blanks '\n"],
    ['', "K=''\n"],
    ["it's", 'K="it\'s"\n'],
    ["it's \\n", "K=`it's \\n`\n"],
    ['\'"', 'K=`\'"`\n'],
    ['C:\\dir\\', 'K=C:\\dir\\\n'],
    ['C:\\my dir\\', "K='C:\\my dir\\'\n"],
  ])('writes %j so that dotenv reads it back', (value, expected) => {
    expect(edited('', set('K', value))).toBe(expected)
    expect(parse(expected).K).toBe(value)
  })

  it('looks for a spelling that does not change what other lines say', () => {
    expect(edited("X='open\n", set('K', '#x'))).toBe('X=\'open\nK="#x"\n')
    expect(edited("B:\nK='a#b'\nB:", set('K', 'a#b'))).toBe("K='a#b'\nB:\nK='a#b'\nB:")
    expect(edited('LAST:\n', set('K', 'v'))).toBe("K='v'\nLAST:\n")
  })

  it('writes numbers and booleans as text', () => {
    expect(
      dotenvEditor.edit('', [
        { op: 'set', path: ['K'], value: 1 },
        { op: 'set', path: ['L'], value: true },
      ]).text,
    ).toBe("K='1'\nL='true'\n")
  })

  it('writes a raw value as it is', () => {
    expect(edited('K=1\n', { op: 'raw', path: ['K'], raw: '"a\nb"' }, { op: 'raw', path: ['N'], raw: '' })).toBe('K="a\nb"\nN=\n')
  })
})

describe('.env editor: reading', () => {
  it('agrees with dotenv on odd lines, and ignores what dotenv ignores', () => {
    const lines = [
      'no assignment',
      '=x',
      'A-B.c=1',
      'export=2',
      'E="a\\nb\\r"',
      "S='a\\nb'",
      'U="open',
      "Q='a' 'b'",
      'M=`x\r\ny`',
      'T=\t tab ',
      'H=a#b',
      'Y: z',
      '"Z"=1',
    ]
    for (const text of [lines.join('\n'), lines.join('\r\n'), lines.join('\r'), `\uFEFF${lines.toReversed().join('\n\n')}`]) {
      expect({ ...dotenvEditor.parse(text) }).toEqual(parse(text))
    }
  })

  it('treats any name as plain data', () => {
    const parsed = dotenvEditor.parse(dotenvEditor.edit('__proto__=1\n', [set('constructor', 'y')]).text)
    expect(Object.entries(parsed)).toEqual([
      ['__proto__', '1'],
      ['constructor', 'y'],
    ])
  })

  it('refuses a repeated name with its place', () => {
    const error = thrown(() => dotenvEditor.parse('\uFEFFA=1\r\n\r\n  export A=2'))
    expect(error).toBeInstanceOf(ConfigSyntaxError)
    expect(error).toMatchObject({ line: 3, column: 10, reason: { en: 'The key "A" appears twice. Remove one of them.' } })
    expect(thrown(() => dotenvEditor.edit('A=1\nA=2', [set('B', '1')]))).toBeInstanceOf(ConfigSyntaxError)
  })

  it('knows a blank text', () => {
    expect(['', ' \r\n', '\uFEFF'].map(dotenvEditor.isBlank)).not.toContain(false)
    expect(['# x', 'A=', 'junk'].map(dotenvEditor.isBlank)).not.toContain(true)
  })

  it('reads long runs of blank lines and values of 20 MB, where one expression overflows the stack', () => {
    const start = performance.now()
    expect(dotenvEditor.parse(`A=1\n${'\n'.repeat(300_000)}#\nB=2`)).toMatchObject({ B: '2' })
    expect(Object.keys(dotenvEditor.parse(`A="${'x y\n'.repeat(5_000_000)}"\nB='open`))).toEqual(['A', 'B'])
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('.env editor: putting back among changes of others', () => {
  const { text: after, placed } = dotenvEditor.edit('A=1\nK=old\n', [set('K', 'new'), set('N', 'v')])
  const back = (text: string) => dotenvEditor.putBack(text, placed.toReversed())

  it('keeps lines and comments that were added around', () => {
    expect(back(`# top\n${after}Z=9`)).toBe('# top\nA=1\nK=old\nZ=9')
    expect(back(after.replace("'v'", "'v' # mine"))).toBe('A=1\nK=old\n# mine\n')
    expect(back(after.replace("K='new'", 'export K = "by hand" # c'))).toBe('A=1\nexport K = old # c\n')
    expect(back(after.trimEnd())).toBe('A=1\nK=old')
  })

  it('passes over places that are gone, and refuses a stored value that is none', () => {
    expect(back('A=1\n')).toBe('A=1\n')
    expect(back('')).toBe('')
    const places = [{ path: ['A'], before: { kind: 'value' as const, raw: "'x'\nB=2" } }]
    expect(thrown(() => dotenvEditor.putBack('A=1\n', places))).toBeInstanceOf(ConfigValueError)
  })
})

describe('.env editor: what it refuses', () => {
  it.each(['a\nb', 'a\rb', '\'"`', "x' `\\n", 'q"\'`\\', '\0'])('refuses the value %j, which dotenv could not read back', (value) => {
    const error = thrown(() => dotenvEditor.edit('', [set('K', value)]))
    expect(error).toBeInstanceOf(ConfigValueError)
    expect(String(error)).not.toContain(value)
  })

  it('refuses names, lists and depths that a .env file does not have', () => {
    expect(thrown(() => dotenvEditor.edit('', [set('A B', 'x')]))).toBeInstanceOf(ConfigValueError)
    expect(thrown(() => dotenvEditor.edit('', [{ op: 'set', path: ['A'], value: ['x'] }]))).toBeInstanceOf(ConfigValueError)
    expect(thrown(() => dotenvEditor.edit('\nA=1', [{ op: 'set', path: ['A', 'b'], value: 'x' }]))).toMatchObject({ line: 2, column: 1 })
    expect(thrown(() => dotenvEditor.edit('A=1', [{ op: 'include', path: ['A'], item: 'x' }]))).toBeInstanceOf(ConfigShapeError)
  })
})
