import { describe, expect, it } from 'vitest'
import { parseDiff } from '../../../renderer/lib/diff/parse-diff'
import { cutLine } from '../../../renderer/lib/diff/pieces'
import { rowsOf, unified } from '../../../renderer/lib/diff/rows'
import { syntaxOf, tokenize } from '../../../renderer/lib/diff/tokenize'
import { wordDiff } from '../../../renderer/lib/diff/word-diff'

const kinds = (line: string, path: string) => tokenize(line, syntaxOf(path)).filter(({ text }) => text.trim() !== '')

describe('the colours of a line', () => {
  it('tell keys from values in JSON, TOML and .env', () => {
    expect(kinds('  "a": "b", // c', '/x/settings.json')).toEqual([
      { kind: 'key', text: '"a"' },
      { kind: 'mark', text: ':' },
      { kind: 'string', text: '"b"' },
      { kind: 'mark', text: ',' },
      { kind: 'comment', text: '// c' },
    ])
    expect(kinds('a.b = 12 # mine', '/x/config.toml').map(({ kind }) => kind)).toEqual(['key', 'mark', 'number', 'comment'])
    expect(kinds('[tui."x y"]', 'C:\\x\\config.toml')[0]).toEqual({ kind: 'key', text: '[tui."x y"]' })
    expect(kinds("export KEY='v'", '/x/.env').map(({ kind }) => kind)).toEqual(['word', 'key', 'mark', 'string'])
  })
  it('give the line again, whatever stands in it', () => {
    for (const path of ['a.json', 'a.toml', '.env', 'a.txt'])
      for (const line of [
        '',
        '   ',
        '"unclosed',
        "it's = # x",
        '中文 = "值" # 注',
        '{"a":[1,2.5e3,true]}',
        '= = =',
        '\\"',
        'x'.repeat(5000),
      ])
        expect(
          tokenize(line, syntaxOf(path))
            .map(({ text }) => text)
            .join(''),
        ).toBe(line)
  })
})

describe('two lines that stand for each other', () => {
  it('differ in the words that are not in both', () => {
    const { old, new: fresh } = wordDiff('"url": "https://a.example/v1",', '"url": "https://b.example/v1",')
    expect(old.filter(({ changed }) => changed)).toEqual([{ text: 'a', changed: true }])
    expect(fresh.filter(({ changed }) => changed)).toEqual([{ text: 'b', changed: true }])
    expect(fresh.map(({ text }) => text).join('')).toBe('"url": "https://b.example/v1",')
  })
  it('differ as a whole when they have next to nothing in common', () => {
    expect(wordDiff('model = "gpt"', 'approval_policy = "never"').old).toEqual([{ text: 'model = "gpt"', changed: true }])
  })
  it('are compared by their ends when they are endless', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => `w${at}`).join(' ')
    const changed = wordDiff(`${many} x ${many}`, `${many} y ${many}`).new.filter((part) => part.changed)
    expect(changed).toEqual([{ text: 'y', changed: true }])
  })
  it('show the change of an endless line, and say what is left out', () => {
    const long = 'a '.repeat(100_000)
    const { new: parts } = wordDiff(`${long}1${long}`, `${long}2${long}`)
    const { pieces, before, after } = cutLine(`${long}2${long}`, 'none', parts)
    expect(pieces.find(({ changed }) => changed)?.text).toContain('2')
    expect(before + pieces.reduce((sum, { text }) => sum + text.length, 0) + after).toBe(400_001)
  })
})

describe('the rows of a diff', () => {
  const diff = (...lines: readonly string[]) => parseDiff(['@@ -1,9 +1,9 @@', ...lines, ''].join('\n'))
  it('put lines side by side that stand for each other, and one column keeps removed before added', () => {
    const rows = rowsOf(diff(' a', '-b', '-c', '+B', '+C', '+D', ' e'))
    expect(rows.map((row) => row.kind === 'lines' && [row.old?.line.text, row.new?.line.text])).toEqual([
      ['a', 'a'],
      ['b', 'B'],
      ['c', 'C'],
      [undefined, 'D'],
      ['e', 'e'],
    ])
    const texts = unified(rows).map((row) => row.kind === 'lines' && (row.old ?? row.new)?.line.text)
    expect(texts).toEqual(['a', 'b', 'c', 'B', 'C', 'D', 'e'])
  })
  it('fold a long run of unchanged lines but for its ends at a change', () => {
    const same = Array.from({ length: 30 }, (_, at) => ` ${at}`)
    const rows = rowsOf(diff('-x', ...same, '+y'))
    const fold = rows.find((row) => row.kind === 'fold')
    expect(fold?.kind === 'fold' && fold.lines.map(({ text }) => text)).toEqual(same.slice(3, -3).map((line) => line.trim()))
    expect(rows).toHaveLength(1 + 3 + 1 + 3 + 1)
  })
  it('cope with a megabyte', () => {
    const big = Array.from({ length: 20_000 }, (_, at) => `+    "name ${at}": "some value that is as long as this",`)
    const rows = unified(rowsOf(diff(...big)))
    expect(rows).toHaveLength(20_000)
  })
})
