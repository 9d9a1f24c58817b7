import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fingerprint } from '../../../electron/core/files/fingerprint'

it('is the same for the same text and another for every other one', () => {
  const seen = new Map<string, string>()
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (content) => {
      const known = seen.get(fingerprint(content))
      seen.set(fingerprint(content), content)
      expect(known ?? content).toBe(content)
    }),
    { numRuns: 20_000 },
  )
})

it('differs for texts that differ in one character, in their order or in their length', () => {
  const base = '{"env":{"ANTHROPIC_BASE_URL":"https://relay.example"}}'
  const near = [...base].flatMap((_, at) => ['x', ' ', '\n', '\u0000'].map((with_) => base.slice(0, at) + with_ + base.slice(at + 1)))
  const all = new Set([base, `${base} `, ` ${base}`, '', '\u0000', '\u0000\u0000', 'ab', 'ba', ...near])
  expect(new Set([...all].map(fingerprint)).size).toBe(all.size)
})

it('spreads: of 300,000 numbered texts no two share even half of it', () => {
  const halves = new Set(Array.from({ length: 300_000 }, (_, index) => fingerprint(`key-${index}`).slice(8, 24)))
  expect(halves.size).toBe(300_000)
})
