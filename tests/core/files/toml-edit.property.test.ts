import fc from 'fast-check'
import { parse, TomlError } from 'smol-toml'
import { expect, test } from 'vitest'
import { ConfigSyntaxError, type Edit, type Path, type Placed } from '../../../electron/core/files/editor'
import { tomlEditor } from '../../../electron/core/files/toml-edit'
import { readToml } from '../../../electron/core/files/toml-verify'
import { documents, edits } from './toml-documents'
import { expectedAfter, foreignChanges, isToml, oracle, strayLineEnds, tryEdit, undo } from './toml-oracle'

const runs = 5000
const timeout = 120_000

const withLf = (text: string): string => text.replaceAll('\r\n', '\n')

const isInside = (path: Path, container: Path): boolean =>
  path.length > container.length && container.every((key, index) => path[index] === key)

/** Other values at the same places, as a second profile sets them. */
const otherValues = (first: readonly Edit[]): Edit[] => first.map(({ path }, index) => ({ op: 'set', path, value: `other ${index}` }))

test('after an edit every value is as an independent parser expects, only owned lines change, and undoing it gives the very bytes', {
  timeout,
}, () => {
  let edited = 0
  fc.assert(
    fc.property(documents, edits, ({ text }, wanted) => {
      const after = tryEdit(text, wanted)
      if (!after) return
      edited += 1
      expect(oracle(after.text)).toEqual(expectedAfter(text, wanted))
      expect(tomlEditor.parse(after.text)).toEqual(readToml(after.text))
      expect(isToml(after.text, '1.0') || (isToml(after.text, '1.1') && !isToml(text, '1.0'))).toBe(true)
      expect(foreignChanges(text, after)).toBe(0)
      expect(strayLineEnds(after.text)).toBe(0)
      expect(undo(after.text, after.placed)).toBe(text)
    }),
    { numRuns: runs },
  )
  expect(edited).toBeGreaterThan(runs / 2)
})

test('several edits at once are the same as one after the other', { timeout }, () => {
  fc.assert(
    fc.property(documents, edits, ({ text }, wanted) => {
      const together = tryEdit(text, wanted)
      if (!together) return
      let apart = text
      const placed = []
      for (const edit of wanted) {
        const step = tomlEditor.edit(apart, [edit])
        apart = step.text
        placed.push(...step.placed)
      }
      expect(together.placed).toEqual(placed)
      expect(withLf(together.text)).toBe(withLf(apart))
      let back = apart
      for (const place of [...placed].reverse()) back = tomlEditor.putBack(back, [place])
      expect(back).toBe(text)
    }),
    { numRuns: 1500 },
  )
})

test('switching A to B to A and back gives the very bytes, whether B is written over A or A is undone first', { timeout }, () => {
  fc.assert(
    fc.property(documents, edits, ({ text }, wanted) => {
      const first = tryEdit(text, wanted)
      const second = first && tryEdit(first.text, otherValues(wanted))
      if (!first || !second) return
      expect(undo(undo(second.text, second.placed), first.placed)).toBe(text)
      const direct = tryEdit(text, otherValues(wanted))
      const again = tryEdit(undo(first.text, first.placed), wanted)
      expect(again).toEqual(first)
      if (direct) expect(tryEdit(undo(direct.text, direct.placed), wanted)).toEqual(first)
    }),
    { numRuns: 1500 },
  )
})

test('taking back some places first, as for a profile that sets less, and the rest later gives the very bytes', { timeout }, () => {
  const masks = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(documents, edits, masks, ({ text }, unsorted, mask) => {
      // As adapters list them: root keys first. A section of ours that is made before the first root key shares its blank lines with it.
      const wanted = unsorted
        .toSorted((one, other) => one.path.length - other.path.length)
        .filter(({ path, value }) => path.length > 1 || typeof value !== 'object')
      const overlap = wanted.some((one) => wanted.some((other) => one !== other && isInside([...one.path, ''], other.path)))
      fc.pre(!overlap)
      const after = tryEdit(text, wanted)
      if (!after) return
      const isHeader = ({ before }: Placed): boolean => before.kind === 'absent' && before.hints.form === 'header'
      const kept = after.placed.filter((place, index) => !isHeader(place) && mask[index % mask.length])
      const stays = (place: Placed): boolean =>
        kept.includes(place) || (isHeader(place) && kept.some(({ path }) => isInside(path, place.path)))
      const less = undo(
        after.text,
        after.placed.filter((place) => !stays(place)),
      )
      expect(isToml(less, '1.1')).toBe(true)
      expect(undo(less, after.placed.filter(stays))).toBe(text)
    }),
    { numRuns: 1500 },
  )
})

test('what users and tools write elsewhere in between survives the undo, on top of the original', { timeout }, () => {
  const user = fc.record({ lines: fc.constantFrom('', '# mine', 'mine_key = 1 # mine', '\n\n# block\n'), section: fc.boolean() })
  fc.assert(
    fc.property(documents, edits, user, ({ text, marks }, wanted, { lines, section }) => {
      const eol = text.includes('\r\n') ? '\r\n' : '\n'
      const change = (content: string): string => {
        const [mark] = marks
        const changed = mark === undefined ? content : content.replace(mark, lines.replaceAll('\n', eol))
        return section ? `${changed}${eol}${eol}[projects."/user"]${eol}trust_level = "trusted"${eol}` : changed
      }
      const wants = change(text)
      const after = tryEdit(text, wanted)
      if (!after || !isToml(wants, '1.1') || !isToml(change(after.text), '1.1')) return
      expect(undo(change(after.text), after.placed)).toBe(wants)
    }),
    { numRuns: 2000 },
  )
})

test('a damaged text is refused exactly where two other parsers refuse it, else all read the same', { timeout }, () => {
  const inserts = ['', '"', "'", '[', ']', '{', '}', ',', '=', '.', '\\', '\n', '\r', '\u0000', '#', '1', 'x']
  const outcome = <T>(read: () => T, refusal: new (...parts: never[]) => Error): T | 'refused' => {
    try {
      return read()
    } catch (error) {
      if (error instanceof refusal) return 'refused'
      throw error
    }
  }
  let refused = 0
  fc.assert(
    fc.property(documents, fc.nat(), fc.constantFrom(...inserts), ({ text }, at, insert) => {
      const offset = at % (text.length + 1)
      const damaged = text.slice(0, offset) + insert + text.slice(offset + (insert === '' ? 1 : 0))
      const own = outcome(() => tomlEditor.parse(damaged), ConfigSyntaxError)
      const second = outcome(() => parse(damaged, { integersAsBigInt: 'asNeeded' }), TomlError)
      const judgesAgree = isToml(damaged, '1.1') === (second !== 'refused')
      if (judgesAgree) expect(own === 'refused').toBe(second === 'refused')
      if (own === 'refused') refused += 1
      else if (judgesAgree) expect(own).toEqual(readToml(damaged))
    }),
    { numRuns: 2000 },
  )
  expect(refused).toBeGreaterThan(1000)
})
