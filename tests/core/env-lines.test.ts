import { spawnSync } from 'node:child_process'
import { parse } from 'dotenv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { envLines } from '../../electron/core/env-lines'
import { ProblemError } from '../../shared/transport'

const nasty: Readonly<Record<string, string>> = {
  PLAIN: 'https://relay.example.com/v1',
  EMPTY: '',
  SINGLE: "it's ''two''",
  DOUBLE: 'say "hi"',
  DOLLAR: '$HOME $(id) $((1+1)) $',
  BACKTICK: '`id`',
  BACKSLASH: '\\n \\\\ end\\',
  PERCENT: '%PATH% 100%',
  SIGNS: '^&|<>!#;*?[]{}()~=',
  BANG: '!! !1',
  BLANKS: '  two  blanks  ',
  TAB: 'a\tb',
  UNICODE: 'ключ 密钥 🔑 ‘typographic’',
  BREAKS: 'one\ntwo\n',
}
const shells = ['bash', 'zsh', 'fish'] as const
const installed = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0

/** What the shell has after it has read the lines; the values end in a NUL each, so that nothing is lost on the way. */
function readIn(shell: string, lines: string, names: readonly string[]): Record<string, string> {
  const print = 'process.stdout.write(process.argv.slice(1).map((name) => process.env[name] + "\\0").join(""))'
  const script = `${lines}exec "$NODE_UNDER_TEST" -e '${print}' ${names.join(' ')}`
  const { stdout, stderr, status } = spawnSync(shell, ['-c', script], {
    encoding: 'utf8',
    // A shell whose input is a socket takes itself for a remote one and reads the start-up files of the person at this machine.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NODE_UNDER_TEST: process.execPath, PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  })
  expect([status, stderr]).toEqual([0, ''])
  const values = stdout.split('\0')
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
}

describe.each(shells)('lines for %s', (shell) => {
  it.skipIf(!installed(shell))('give every value unharmed', () => {
    expect(readIn(shell, envLines(shell, nasty), Object.keys(nasty))).toEqual(nasty)
  })
  it.skipIf(!installed(shell))('give any value unharmed', () => {
    const value = fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '%', ' ', '\n', 'a', 'é', '(', ')', '{', '#', '~') })
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 40 }), (values) => {
        const env = Object.fromEntries(values.map((one, index) => [`V${index}`, one]))
        expect(readIn(shell, envLines(shell, env), Object.keys(env))).toEqual(env)
      }),
      { numRuns: 8 },
    )
  })
})

describe('lines for dotenv', () => {
  it('give values unharmed to a dotenv reader', () => {
    const { BREAKS: _, SINGLE: __, ...possible } = nasty
    const env = { ...possible, SINGLE: "it's", MIXED: `it's "so" $x`, HASH: 'a # b' }
    expect(parse(envLines('dotenv', env))).toEqual(env)
  })
  it('refuse what no quotes can hold', () => {
    expect(() => envLines('dotenv', { A: 'one\ntwo' })).toThrow(ProblemError)
    expect(() => envLines('dotenv', { A: '\'"`' })).toThrow(ProblemError)
  })
  it('take single quotes where they can, because every reader takes those literally', () => {
    expect(envLines('dotenv', { GEMINI_API_KEY: 'sk-#$x' })).toBe("GEMINI_API_KEY='sk-#$x'\n")
  })
})

describe('lines for fish and PowerShell', () => {
  it('escape quotes and backslashes as fish wants it', () => expect(envLines('fish', { A: "a'b\\c$d" })).toBe("set -gx A 'a\\'b\\\\c$d'\n"))
  it('double every kind of single quote as PowerShell wants it', () => {
    expect(envLines('powershell', { A: "a'b‘c’d$e`f", B: '' })).toBe("$env:A = 'a''b‘‘c’’d$e`f'\n$env:B = ''\n")
  })
})

describe('lines for cmd', () => {
  it('stand in quotes that are no part of the value', () =>
    expect(envLines('cmd', { A: 'a&b|c^d <e>', B: '' })).toBe('set "A=a&b|c^d <e>"\r\nset "B="\r\n'))
  it.each(['100%', 'a"b', 'wow!', 'a\nb', 'ключ'])('refuse %j with a cure', (value) => {
    try {
      envLines('cmd', { SECRET: value })
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      expect(error.problem).toMatchObject({ code: 'env-cmd', kind: 'refused' })
      expect(error.problem.hint?.en).toContain('--shell')
      expect(JSON.stringify(error.problem)).not.toContain(JSON.stringify(value).slice(1, -1))
    }
  })
})

describe('lines for any shell', () => {
  it('refuse names that are no variable names, and NUL', () => {
    for (const shell of [...shells, 'powershell', 'cmd', 'dotenv'] as const) {
      for (const name of ['', '1A', 'A B', 'A;id', 'A=', 'é']) expect(() => envLines(shell, { [name]: 'x' })).toThrow(ProblemError)
      expect(() => envLines(shell, { A: 'a\0b' })).toThrow(ProblemError)
      expect(envLines(shell, {})).toBe('')
    }
  })
})
