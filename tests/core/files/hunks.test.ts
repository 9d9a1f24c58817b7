import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hunksBetween, textAfter, textBefore, withoutHunks } from '../../../electron/core/files/hunks'

const content = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 30 }).map((lines) => lines.join(''))

describe('hunks', () => {
  it('lead from either text to the other, byte for byte', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const hunks = hunksBetween(before, after)
        expect(textBefore(after, hunks)).toBe(before)
        expect(textAfter(before, hunks)).toBe(after)
      }),
      { numRuns: 2000 },
    )
  })

  it('are taken out of the very text that they lead to, or not at all', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect([before, undefined]).toContain(withoutHunks(after, hunksBetween(before, after)))
      }),
      { numRuns: 5000 },
    )
  })

  it('work for texts of very many lines', () => {
    const before = 'line\n'.repeat(300_000)
    expect(textBefore('', hunksBetween(before, ''))).toBe(before)
  })

  const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n'
  const ours = before.replace('2\n', 'two\n')
  it('are taken out where someone else changed other lines', () => {
    expect(withoutHunks(ours.replace('9\n', 'nine\n'), hunksBetween(before, ours))).toBe(before.replace('9\n', 'nine\n'))
  })

  it('that are gone already need no taking out', () => {
    expect(withoutHunks(`${before}more\n`, hunksBetween(before, ours))).toBe(`${before}more\n`)
  })

  it('are left where the lines around them changed', () => {
    expect(withoutHunks(ours.replace('3\n', 'three\n'), hunksBetween(before, ours))).toBeUndefined()
    expect(withoutHunks(ours.repeat(2), hunksBetween(before, ours))).toBeUndefined()
  })
})
