import { describe, expect, it } from 'vitest'
import { countDiff, parseDiff } from '../../../renderer/lib/diff/parse-diff'

const diff = [
  '--- a/x',
  '+++ b/x',
  '@@ -1,3 +1,3 @@',
  ' one',
  '-two',
  '+TWO',
  ' three',
  '@@ -10 +10,2 @@',
  ' ten',
  '+eleven',
  '\\ No newline at end of file',
  '',
].join('\n')

describe('parseDiff', () => {
  const lines = parseDiff(diff)
  it('numbers the lines of both sides and puts a gap between hunks', () => {
    expect(lines.map(({ id: _, ...line }) => line)).toEqual([
      { kind: 'same', text: 'one', old: 1, new: 1 },
      { kind: 'removed', text: 'two', old: 2 },
      { kind: 'added', text: 'TWO', new: 2 },
      { kind: 'same', text: 'three', old: 3, new: 3 },
      { kind: 'gap' },
      { kind: 'same', text: 'ten', old: 10, new: 10 },
      { kind: 'added', text: 'eleven', new: 11 },
      { kind: 'note', text: 'No newline at end of file' },
    ])
  })
  it('does not take removed lines that look like a header for one', () => {
    expect(parseDiff('@@ -1 +1 @@\n--- a: 1\n+++ b: 2')).toMatchObject([
      { kind: 'removed', text: '-- a: 1' },
      { kind: 'added', text: '++ b: 2' },
    ])
  })
  it('counts what was added and removed', () => {
    expect(countDiff(lines)).toEqual({ added: 2, removed: 1 })
  })
  it('makes nothing of an empty diff', () => {
    expect(parseDiff('')).toEqual([])
  })
})
