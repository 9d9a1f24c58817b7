import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readKey } from '../../electron/core/api-key'
import { maskKey } from '../../electron/core/mask-key'

const KEY = 'sk-AbC123_x.y/z+1='

describe('a pasted key', () => {
  it.each([
    [KEY, 0],
    [` ${KEY}\r\n`, 1],
    [`\u200b${KEY}\ufeff`, 1],
    [`"${KEY}"`, 1],
    [`'${KEY}',`, 1],
    [`“${KEY}”`, 1],
    [`「${KEY}」`, 1],
    [`Bearer ${KEY}`, 1],
    [`Authorization: Bearer ${KEY}`, 1],
    [`x-api-key: ${KEY}`, 1],
    [`export OPENAI_API_KEY="${KEY}"`, 2],
    [`$env:ANTHROPIC_AUTH_TOKEN = '${KEY}'`, 2],
    [` 'Bearer ${KEY}' `, 3],
  ])('%j is cleaned and says so', (pasted, notes) => {
    const read = readKey(pasted)
    expect(read).toMatchObject({ key: KEY })
    expect('notes' in read && read.notes).toHaveLength(notes)
  })

  it.each([
    ['', 'no key'],
    [' \t', 'no key'],
    ['""', 'no key'],
    ['Bearer ', 'no key'],
    ['sk-abc\nsk-def', 'line break'],
    ['sk-abc\r\ndef', 'line break'],
    ['sk-abc def', 'blank'],
    ['sk-abc\u00a0def', 'blank'],
    ['sk-abc\u0007def', 'characters'],
    ['sk-abc\u200bdef', 'characters'],
    ['ｓｋ－abcdef', 'characters'],
    ['密钥abcdef', 'characters'],
    ['sk-abc…wxyz', 'hidden'],
    ['sk-abc****wxyz', 'hidden'],
    ['sk-abc...wxyz', 'hidden'],
    ['https://relay.example.com', 'address'],
    ['a'.repeat(5000), 'too long'],
  ])('%j is refused: %s', (pasted, why) => {
    const read = readKey(pasted)
    expect('problem' in read && read.problem.message.en).toContain(why)
    expect('problem' in read && read.problem.hint.zh).toMatch(/\p{Script=Han}/u)
  })

  it('never shows the key in a problem or note', () => {
    for (const pasted of ['hunter2 hunter2', 'hunter2\nx', 'hunter2é', '"hunter2"']) {
      const { key: _, ...rest } = { key: '', ...readKey(pasted) }
      expect(JSON.stringify(rest)).not.toContain('hunter2')
    }
  })

  it('is a problem, or what a header can carry and reads as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom('"', "'", ' ', 'a', '=', 'Bearer ', 'KEY=', '“', '”', ',', '.') }),
        ),
        (pasted) => {
          const read = readKey(pasted)
          if ('problem' in read) return
          expect(read.key).toMatch(/^[\x21-\x7e]+$/)
          expect(readKey(read.key)).toEqual({ key: read.key, notes: [] })
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('a masked key', () => {
  it.each([
    ['sk-0123456789abcdef', 'sk-…cdef'],
    ['sk-ant-api03-0123456789', 'sk-…6789'],
    ['cr_0123456789abcdef', 'cr_…cdef'],
    ['AIzaSyA0123456789', '…6789'],
    ['averylongprefix-0123456789', '…6789'],
    ['sk-12345678901', '…'],
    ['secret', '…'],
    ['', ''],
  ])('of %s is %s', (key, masked) => expect(maskKey(key)).toBe(masked))
})
