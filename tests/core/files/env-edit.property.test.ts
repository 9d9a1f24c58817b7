import { parse } from 'dotenv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigSyntaxError, ConfigValueError, type Edit, type Placed } from '../../../electron/core/files/editor'
import { dotenvEditor } from '../../../electron/core/files/env-edit'
import { changedLines } from './lines'

const runs = { numRuns: 1500 }

const keys = ['A', 'B', 'GEMINI_API_KEY', 'GOOGLE_GEMINI_BASE_URL', 'x.y-z', 'export', 'constructor', '_1']
const key = fc.constantFrom(...keys)
const value = fc.oneof(
  fc.constantFrom(
    '',
    'v',
    'https://r.example/v1',
    'a#b',
    ' # x',
    "it's",
    '"q"',
    '`b`',
    '\\',
    'C:\\n\\',
    "'",
    '中文 😀',
    'a=b',
    '$HOME',
    "it's \\n",
    ' ',
  ),
  fc.string({ maxLength: 8, unit: fc.constantFrom(...'ab\'"`\\ #=n$é') }),
)
const written = fc.constantFrom(
  'v',
  "'v'",
  '"v"',
  '`v`',
  '',
  ' ',
  ' v w ',
  "'a#b'",
  '"a\\nb"',
  "'two\nlines'",
  '"# two\n\n# lines" # note',
  "'open",
  '"a\'b"',
  "'a' 'b'",
  "'a\\'",
  'v # note',
  '#note',
  '\tv\t',
  "'it\\'s'",
  '`"\'`',
)
const assignment = fc
  .tuple(
    fc.constantFrom('', '', '', '  ', '\t'),
    fc.constantFrom('', '', '', 'export ', 'export  '),
    key,
    fc.constantFrom('=', '=', '=', ' = ', '= ', ': '),
    written,
  )
  .map((parts) => parts.join(''))
const other = fc.constantFrom(
  '',
  '',
  ' ',
  '# comment',
  "# it's",
  '#A=1',
  'no assignment',
  '=x',
  'KEY without',
  "it's open",
  '"quoted" line',
  '\t# x = `y`',
  'A',
  'B:',
)
const line = fc.oneof({ weight: 3, arbitrary: assignment }, { weight: 2, arbitrary: other })

/** A .env text without repeated names. */
const document = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean(), fc.boolean())
  .map(([lines, eol, bom, final]) => (bom ? '\uFEFF' : '') + (lines.join('\n') + (final ? '\n' : '')).replaceAll('\n', eol))
  .filter((text) => !isRefused(text))

function isRefused(text: string): boolean {
  try {
    dotenvEditor.parse(text)
    return false
  } catch (error) {
    if (error instanceof ConfigSyntaxError) return true
    throw error
  }
}

const edits = fc.array(fc.record({ op: fc.constant('set' as const), path: fc.tuple(key), value }), { minLength: 1, maxLength: 4 })

/** Applies what can be written, one edit per call. */
function applyAll(text: string, changes: readonly Edit[]): { text: string; placed: Placed[]; done: Edit[] } {
  const result = { text, placed: [] as Placed[], done: [] as Edit[] }
  for (const change of changes) {
    try {
      const edited = dotenvEditor.edit(result.text, [change])
      result.text = edited.text
      result.placed.push(...edited.placed)
      result.done.push(change)
    } catch (error) {
      if (!(error instanceof ConfigValueError)) throw error
    }
  }
  return result
}

/** What cannot be put back without changing what other lines say (a quote that one of them leaves open) is refused. */
function putBackOrRefuse(text: string, places: readonly Placed[]): string | undefined {
  try {
    return dotenvEditor.putBack(text, places)
  } catch (error) {
    if (error instanceof ConfigValueError) return undefined
    throw error
  }
}

describe('.env editor, on generated documents', () => {
  it('reads what dotenv reads', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect({ ...dotenvEditor.parse(text) }).toEqual(parse(text))
      }),
      runs,
    )
  })

  it('writes what dotenv then reads, keeps all others, and changes only the lines of what it touches', () => {
    let written = 0
    let asked = 0
    fc.assert(
      fc.property(document, edits, (text, changes) => {
        const edited = applyAll(text, changes)
        const expected = {
          ...parse(text),
          ...Object.fromEntries(edited.done.map((each) => [each.path[0], each.op === 'set' && each.value])),
        }
        expect(parse(edited.text)).toEqual(expected)
        const gone = edited.placed.map(({ before }) => (before.kind === 'value' ? before.raw.split('\n').length : 0))
        const lastLine = /\n$|^\uFEFF?$/.test(text) ? 0 : 1
        expect(changedLines(text.replace('\uFEFF', ''), edited.text.replace('\uFEFF', ''))).toBeLessThanOrEqual(
          gone.reduce((sum, each) => sum + each, lastLine),
        )
        expect(edited.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
        const tookLineEnds = edited.placed.some(({ before }) => before.kind === 'value' && before.raw.includes('\n'))
        if (text.includes('\r\n') && !tookLineEnds) expect(edited.text.replaceAll('\r\n', '')).not.toContain('\n')
        written += edited.done.length
        asked += changes.length
      }),
      runs,
    )
    expect(written / asked).toBeGreaterThan(0.9)
  })

  it('gives the very bytes back after A, B, A', () => {
    fc.assert(
      fc.property(document, edits, edits, (text, a, b) => {
        const one = applyAll(text, a)
        const two = applyAll(one.text, b)
        const three = applyAll(two.text, a)
        expect(dotenvEditor.putBack(three.text, [...one.placed, ...two.placed, ...three.placed].reverse())).toBe(text)
      }),
      runs,
    )
  })

  it('keeps what the user changed elsewhere in between, byte for byte', () => {
    fc.assert(
      fc.property(document, edits, fc.nat(2), (text, changes, kind) => {
        const edited = applyAll(text, changes)
        const byUser = (source: string): string => {
          const bom = source.startsWith('\uFEFF') ? 1 : 0
          if (kind === 0) return `${source.slice(0, bom)}# by user\n${source.slice(bom)}`
          if (kind === 1) return `${source.slice(0, bom)}USER="x y" # z\n${source.slice(bom)}`
          return source.replace(/(^|\uFEFF)(# comment|=x|no assignment)$/m, '$1USER=1 # $2')
        }
        const [original, changed] = [byUser(text), byUser(edited.text)]
        const foreign = ({ USER: _, ...rest }: Record<string, unknown>) => rest
        fc.pre(!isRefused(original) && !isRefused(changed))
        fc.pre(JSON.stringify(foreign({ ...dotenvEditor.parse(original) })) === JSON.stringify({ ...dotenvEditor.parse(text) }))
        fc.pre(JSON.stringify(foreign({ ...dotenvEditor.parse(changed) })) === JSON.stringify({ ...dotenvEditor.parse(edited.text) }))
        expect(dotenvEditor.putBack(changed, edited.placed.toReversed())).toBe(original)
      }),
      runs,
    )
  })

  it('changes no value of others whatever places are put back, in whatever order', () => {
    let refused = 0
    fc.assert(
      fc.property(document, edits, fc.shuffledSubarray([0, 1, 2, 3]), (text, changes, order) => {
        const edited = applyAll(text, changes)
        const places = order.flatMap((index) => edited.placed[index] ?? [])
        const back = putBackOrRefuse(edited.text, places)
        if (back === undefined) refused += 1
        const touched = new Set(changes.map(({ path }) => path[0]))
        const foreign = (values: Record<string, string>) => Object.entries(values).filter(([name]) => !touched.has(name))
        expect(foreign(parse(back ?? edited.text))).toEqual(foreign(parse(edited.text)))
      }),
      runs,
    )
    expect(refused).toBeLessThan(runs.numRuns * 0.02)
  })
})
