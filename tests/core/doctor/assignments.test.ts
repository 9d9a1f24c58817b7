import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { assignmentsIn, commentOut, type Syntax } from '../../../electron/core/doctor/facts/assignments'

const find = (content: string, syntax: Syntax) =>
  assignmentsIn(content, syntax, ['A_KEY']).map(({ value, line, whole }) => [value, line, whole])

describe('a line that sets a variable', () => {
  it.each<[string, Syntax, unknown]>([
    ['export A_KEY=x', 'posix', [['x', 1, true]]],
    ["\nA_KEY='x y'  # mine", 'posix', [['x y', 2, true]]],
    ['export A_KEY=x B=y', 'posix', [['x', 1, false]]],
    ['[ -z "$B" ] && export A_KEY="x"', 'posix', [['x', 1, false]]],
    ['export A_KEY=x \\', 'posix', [['x', 1, false]]],
    ['export B=1 \\\nA_KEY=x', 'posix', [['x', 2, false]]],
    ['cat <<EOF\nexport A_KEY=x\nEOF\nexport A_KEY=y', 'posix', [['y', 4, true]]],
    ["cat <<-'END' > f\n\texport A_KEY=x\n\tEND\nexport A_KEY=y", 'posix', [['y', 4, true]]],
    ['cat <<< word\nexport A_KEY=x', 'posix', [['x', 2, true]]],
    ['# see <<EOF\nexport A_KEY=x', 'posix', [['x', 2, true]]],
    ['# export A_KEY=x', 'posix', []],
    ['export MY_A_KEY=x', 'posix', []],
    ['set -gx A_KEY x', 'fish', [['x', 1, true]]],
    ['SETUVAR --export A_KEY:x', 'fish-universal', [['x', 1, false]]],
    ['$env:A_KEY = "x"', 'powershell', [['x', 1, true]]],
    ['A_KEY=x', 'environment', [['x', 1, true]]],
    ['  "A_KEY": "x",', 'vscode', [['x', 1, true]]],
    ['{ "A_KEY": "x" }', 'vscode', [['x', 1, false]]],
  ])('%j (%s) is read', (content, syntax, expected) => {
    expect(find(content, syntax)).toEqual(expected)
  })

  it('is commented out so that its block stays valid, and nothing is deleted', () => {
    const before = 'if true; then\n  export A_KEY=x\nfi\n'
    const after = commentOut(before, 'posix', 2, 'note')
    expect(after).toBe('if true; then\n  # note\n  : # export A_KEY=x\nfi\n')
    expect(() => execFileSync('/bin/sh', ['-n'], { input: after })).not.toThrow()
    expect(find(after, 'posix')).toEqual([])
  })
  it.each(['if true; then\nexport A_KEY=x\nfi\n', 'f() {\n# why\nexport A_KEY=x\n}\n', 'for x in 1; do # each\n\nexport A_KEY=x\ndone\n'])(
    'leaves a block valid that held nothing else, also without an indent: %j',
    (before) => {
      const line = before.split('\n').indexOf('export A_KEY=x') + 1
      const after = commentOut(before, 'posix', line, 'note')
      expect(() => execFileSync('/bin/sh', ['-n'], { input: after })).not.toThrow()
      expect(find(after, 'posix')).toEqual([])
    },
  )
  it('keeps the end of every other line, where a file has both kinds or none at its end', () => {
    expect(commentOut('a\r\nexport A_KEY=x\nb\n', 'posix', 2, 'note')).toBe('a\r\n# note\n# export A_KEY=x\nb\n')
    expect(commentOut('a\nexport A_KEY=x', 'posix', 2, 'note')).toBe('a\n# note\n# export A_KEY=x')
  })
  it('keeps the line ends of the file', () => {
    expect(commentOut('a\r\n$env:A_KEY = 1\r\n', 'powershell', 2, 'note')).toBe('a\r\n# note\r\n# $env:A_KEY = 1\r\n')
  })
})
