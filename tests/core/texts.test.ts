import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

interface Found {
  readonly at: string
  readonly en: string
  readonly zh: string
}

/** The words of a string or template; what is filled in stands as `{}`. */
function wordsOf(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('')
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [wordsOf(node.left), wordsOf(node.right)]
    return left === undefined || right === undefined ? undefined : left + right
  }
  return ts.isParenthesizedExpression(node) ? wordsOf(node.expression) : undefined
}

/** Every `text(en, zh)` whose words stand in the source. */
function textsOf(file: string): readonly Found[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'text') {
      const [en, zh] = [wordsOf(node.arguments[0]), wordsOf(node.arguments[1])]
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      if (en !== undefined && zh !== undefined) found.push({ at: `${file}:${line}`, en, zh })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const texts = ['electron', 'shared', 'renderer']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap(textsOf)

const chinese = /\p{Script=Han}/u
/** The same in both languages: names, commands, a value alone; or nothing but signs around values. */
const universal = ({ en, zh }: Found): boolean => zh === en || !/\p{L}/u.test(en)

describe('the texts of core, terminal and desktop', () => {
  it('are found', () => {
    expect(texts.length).toBeGreaterThan(300)
  })
  it('are there in both languages', () => {
    expect(texts.filter(({ en, zh }) => en.trim() === '' || zh.trim() === '').filter(({ en, zh }) => en.trim() !== zh.trim())).toEqual([])
  })
  it('are Chinese in Chinese, and only there', () => {
    expect(texts.filter((one) => !chinese.test(one.zh) && !universal(one))).toEqual([])
    expect(texts.filter(({ en }) => chinese.test(en))).toEqual([])
  })
  it('fill in as much in one language as in the other', () => {
    const holes = (words: string) => words.split('{}').length
    expect(texts.filter(({ en, zh }) => (holes(en) === 1) !== (holes(zh) === 1))).toEqual([])
  })
  it('use Chinese punctuation in Chinese', () => {
    expect(texts.filter(({ zh }) => /\p{Script=Han}[,;:?!](\s|$)|\p{Script=Han}\.(\s|$)/u.test(zh))).toEqual([])
  })
})
