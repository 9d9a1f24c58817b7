import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Node } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { ConfigShapeError, type Edit, type Placed } from '../../../electron/core/files/editor'
import { jsonEditor } from '../../../electron/core/files/json-edit'
import type { JsonDialect } from '../../../electron/core/files/json-read'
import { applyToModel, canonical, document, edits, type Model, oracle, oracleTree, toConfig } from './json-documents'
import { changedLines } from './lines'

const runs = { numRuns: 1500 }

/** Applies what can be applied, one edit per call, as separate switches would. */
function applyAll(text: string, changes: readonly Edit[], dialect: JsonDialect): { text: string; placed: Placed[]; done: Edit[] } {
  const editor = jsonEditor(dialect)
  const result = { text, placed: [] as Placed[], done: [] as Edit[] }
  for (const change of changes) {
    try {
      const edited = editor.edit(result.text, [change])
      result.text = edited.text
      result.placed.push(...edited.placed)
      result.done.push(change)
    } catch (error) {
      if (!(error instanceof ConfigShapeError)) throw error
    }
  }
  return result
}

const copy = (model: Model): Map<string, Model> => structuredClone(model) as Map<string, Model>

/** Members of the original that no edit touches: not on, above or below an edited path. */
function strangers(tree: Node, changes: readonly Edit[], path: readonly string[] = []): { path: string[]; key: Node; value: Node }[] {
  return (tree.children ?? []).flatMap((member) => {
    const [key, value] = member.children ?? []
    if (key === undefined || value === undefined) return []
    const here = [...path, String(key.value)]
    const meets = changes.some((change) => here.every((name, depth) => depth >= change.path.length || change.path[depth] === name))
    const self = meets ? [] : [{ path: here, key, value }]
    return value.type === 'object' ? [...self, ...strangers(value, changes, here)] : self
  })
}

/** The engine's parser where nothing is allowed beyond JSON, else VS Code's; an object without repeated keys is expected. */
function independentParse(text: string, dialect: JsonDialect): void {
  if (!dialect.comments) JSON.parse(text)
  const tree = oracleTree(text, dialect)
  const names = (node: Node): string[][] => {
    const own = node.type === 'object' ? [(node.children ?? []).map((member) => String(member.children?.[0]?.value))] : []
    return [...own, ...(node.children ?? []).flatMap(names)]
  }
  if (tree.type !== 'object' || names(tree).some((keys) => new Set(keys).size < keys.length)) throw new SyntaxError('not a settings object')
}

function answer(action: () => unknown): 'accepted' | 'refused' {
  try {
    action()
    return 'accepted'
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error
    return 'refused'
  }
}

describe('JSON editor, on generated documents', () => {
  it('reads what the independent parser reads', () => {
    fc.assert(
      fc.property(document, ({ text, dialect, model }) => {
        expect(canonical(oracle(text, dialect))).toBe(canonical(model))
        expect(isDeepStrictEqual(jsonEditor(dialect).parse(text), toConfig(model))).toBe(true)
      }),
      runs,
    )
  })

  it('refuses what the independent parser refuses, and only that', () => {
    const spoiler = fc.constantFrom(
      '',
      '',
      ',',
      '"',
      '{',
      '}',
      ']',
      ':',
      '\\',
      '/',
      '*',
      '//',
      '0',
      '-',
      '.',
      'e',
      't',
      '\n',
      '\u0001',
      '\u00a0',
    )
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(2), spoiler, ({ text, dialect }, place, length, by) => {
        const at = text.startsWith('{') ? place % text.length : 0
        const spoilt = text.slice(0, at) + by + text.slice(at + length)
        fc.pre(spoilt.trim() !== '' && !spoilt.startsWith('\uFEFF'))
        expect(
          answer(() => jsonEditor(dialect).parse(spoilt)),
          spoilt,
        ).toBe(answer(() => independentParse(spoilt, dialect)))
      }),
      runs,
    )
  })

  it('gives every value that was asked for, keeps all others, and changes only the lines of what it touches', () => {
    fc.assert(
      fc.property(document, edits, ({ text, dialect, model }, changes) => {
        const expected = copy(model)
        const possible = changes.filter((change) => {
          const before = copy(expected)
          if (applyToModel(expected, change)) return true
          expected.clear()
          for (const [name, value] of before) expected.set(name, value)
          return false
        })
        const edited = jsonEditor(dialect).edit(text, possible)
        expect(canonical(oracle(edited.text, dialect))).toBe(canonical(expected))
        expect(jsonEditor(dialect).putBack(edited.text, edited.placed.toReversed())).toBe(text)
        const allowed = edited.placed.map(({ before }) => {
          const gone = before.kind === 'value' ? before.raw : (before.hints.inner ?? '')
          const closesBehindComment = /\*\/[ \t]*[}\]]/.test(text) ? 1 : 0
          return gone.split('\n').length + closesBehindComment
        })
        expect(changedLines(text, edited.text)).toBeLessThanOrEqual(allowed.reduce((sum, each) => sum + each, 0))
        expect(edited.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
        if (!/(^|[^\r])\n/.test(text) && text.includes('\n')) expect(edited.text).not.toMatch(/(^|[^\r])\n/)
      }),
      runs,
    )
  })

  it('gives the very bytes back after A, B, A', () => {
    fc.assert(
      fc.property(document, edits, edits, ({ text, dialect }, a, b) => {
        const one = applyAll(text, a, dialect)
        const two = applyAll(one.text, b, dialect)
        const three = applyAll(two.text, a, dialect)
        const placed = [...one.placed, ...two.placed, ...three.placed].reverse()
        expect(jsonEditor(dialect).putBack(three.text, placed)).toBe(text)
      }),
      runs,
    )
  })

  it('keeps what the user changed elsewhere in between, byte for byte', () => {
    fc.assert(
      fc.property(document, edits, fc.nat(), fc.nat(4), ({ text, dialect }, changes, pick, kind) => {
        const edited = applyAll(text, changes, dialect)
        const targets = strangers(oracleTree(text, dialect), edited.done)
        const target = targets[pick % targets.length]
        fc.pre(target !== undefined)
        const byUser = (source: string): string => {
          const bom = source.startsWith('\uFEFF') ? 1 : 0
          const found = strangers(oracleTree(source, dialect), edited.done).find(
            (each) => JSON.stringify(each.path) === JSON.stringify(target?.path),
          )
          if (found === undefined) throw new Error(`lost ${target?.path.join()}`)
          const at = found.key.offset + bom
          const end = found.value.offset + found.value.length + bom
          if (kind === 0) return `${source.slice(0, found.value.offset + bom)}["by", "user"]${source.slice(end)}`
          if (kind === 2) return `${source.slice(0, end)}, "by user": null${source.slice(end)}`
          if (kind === 3 && dialect.comments) return `${source.slice(0, at)}// by user\n${source.slice(at)}`
          if (kind === 1 || !dialect.comments) return `${source.slice(0, at)}"by user": { "x": [1] }, ${source.slice(at)}`
          return `${source.slice(0, at)}/* by user */ ${source.slice(at)}`
        }
        expect(jsonEditor(dialect).putBack(byUser(edited.text), edited.placed.toReversed())).toBe(byUser(text))
      }),
      runs,
    )
  })

  it('takes its values out again after the tool wrote the whole file anew, in another order', () => {
    const reversed = (model: Model): Model => {
      if (Array.isArray(model)) return model.map(reversed)
      return model instanceof Map ? new Map([...model].reverse().map(([name, each]) => [name, reversed(each)])) : model
    }
    fc.assert(
      fc.property(document, edits, fc.constantFrom(undefined, 2, '\t'), ({ text, dialect, model }, changes, indent) => {
        const edited = applyAll(text, changes, dialect)
        const rewritten = JSON.stringify(toConfig(reversed(oracle(edited.text, dialect))), null, indent)
        const back = jsonEditor(dialect).putBack(rewritten, edited.placed.toReversed())
        expect(canonical(oracle(back, dialect))).toBe(canonical(model))
      }),
      runs,
    )
  })

  it('leaves a readable text whatever places are put back, in whatever order', () => {
    fc.assert(
      fc.property(document, edits, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), ({ text, dialect }, changes, order) => {
        const edited = applyAll(text, changes, dialect)
        const shuffled = edited.placed
          .map((place, index) => ({ place, rank: (order[index % order.length] ?? 0) + index }))
          .filter(({ rank }) => rank % 5 !== 0)
          .sort((left, right) => (left.rank % 97) - (right.rank % 97))
        const back = jsonEditor(dialect).putBack(
          edited.text,
          shuffled.map(({ place }) => place),
        )
        oracle(back, dialect)
      }),
      runs,
    )
  })
})
