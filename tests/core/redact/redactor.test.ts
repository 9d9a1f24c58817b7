import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../electron/core/redact/redactor'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'

const ODD = 'odd "key" with/slash+plus=='
const key = (index: number) => `plainkey-${String(index).padStart(4, '0')}`

describe.each([
  ['few secrets', 1],
  ['many secrets', 500],
])('a redactor that knows %s', (_, count) => {
  const redactor = createRedactor()
  redactor.learn([ODD, ...Array.from({ length: count }, (_each, index) => key(index))])

  it.each([
    ['as it is', ODD],
    ['in JSON', JSON.stringify({ key: ODD })],
    ['in a URL', `?k=${encodeURIComponent(ODD)}`],
    ['in base64', Buffer.from(ODD).toString('base64')],
    ['twice', `${ODD}${ODD}`],
    ['among others', `${key(0)},${ODD},${key(count - 1)}`],
  ])('takes one out that stands there %s', (_name, words) => {
    const clean = redactor.text(`before ${words} after`)
    expect(clean).toMatch(/^before .* after$/)
    for (const secret of [ODD, 'slash', encodeURIComponent(ODD), Buffer.from(ODD).toString('base64'), 'plainkey-0'])
      expect(clean).not.toContain(secret)
  })

  it('takes the longer of two that begin alike', () => {
    const twin = createRedactor()
    twin.learn(['abcdefgh-1234', 'abcdefgh-1234-and-more-5678', ...Array.from({ length: count }, (_each, index) => key(index))])
    expect(twin.text('x abcdefgh-1234-and-more-5678 y')).toBe('x …5678 y')
  })

  it('copies only what it changes, and leaves identifiers and masked texts', () => {
    const same = { id: key(0), nested: [{ name: 'Relay', keyMasked: '…0000' }] }
    expect(redactor.value(same, 'all')).toBe(same)
    const mixed = { kept: same, notes: `my ${key(0)}` }
    const clean = redactor.value(mixed, 'keys')
    expect(clean).toEqual({ kept: same, notes: 'my …0000' })
    expect(clean.kept).toBe(same)
  })
})

it('what a form saves again keeps all but the keys that are known', () => {
  const redactor = createRedactor()
  const profile = { name: 'sk-not-1-known-0123', extra: { ANTHROPIC_CUSTOM_HEADERS: 'x-api-key: q7Zr2Lm9Xw4Tb8Kc' } }
  expect(redactor.value(profile, 'keys')).toBe(profile)
  expect(JSON.stringify(redactor.value(profile, 'all'))).not.toContain('q7Zr2Lm9Xw4Tb8Kc')
})

describe('what was thrown', () => {
  const redactor = createRedactor()
  redactor.learn(['hunter2-hunter2'])

  it('loses secrets in every text of a problem, and stays the same without any', () => {
    const both = text('it said hunter2-hunter2', '它说 hunter2-hunter2')
    const clean = redactor.thrown(new ProblemError({ code: 'x', kind: 'refused', message: both, hint: both, file: '/a/hunter2-hunter2' }))
    expect(clean).toBeInstanceOf(ProblemError)
    expect(JSON.stringify((clean as ProblemError).problem)).not.toContain('hunter2')
    expect((clean as ProblemError).message).not.toContain('hunter2')
    const plain = new ProblemError({ code: 'x', kind: 'refused', message: text('a', 'b') })
    expect(redactor.thrown(plain)).toBe(plain)
  })

  it('loses them in an error, its stack and its cause', () => {
    const error = new SyntaxError('at "hunter2-hunter2"', { cause: new Error('hunter2-hunter2') })
    const clean = redactor.thrown(error) as Error
    expect(clean).toBe(error)
    expect(`${clean.message} ${clean.stack} ${(clean.cause as Error).stack}`).not.toContain('hunter2')
  })
})
