import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('renderer/styles/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

/** The declarations of a block of `tokens.css`, by name. */
function declarations(block: string): ReadonlyMap<string, string> {
  return new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
}
const root = declarations(css.slice(0, css.indexOf('@media')))
const more = declarations(/@media \(prefers-contrast: more\) \{([\s\S]*?)\n\}/.exec(css)?.[1] ?? '')

type Theme = 'light' | 'dark'
const themes = {
  light: (name: string) => pick(root.get(name), 'light'),
  dark: (name: string) => pick(root.get(name), 'dark'),
  'light, more contrast': (name: string) => pick(more.get(name) ?? root.get(name), 'light'),
  'dark, more contrast': (name: string) => pick(more.get(name) ?? root.get(name), 'dark'),
} as const

function pick(value: string | undefined, theme: Theme): string {
  const both = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value ?? '')
  const found = theme === 'light' ? both?.[1] : both?.[2]
  if (found === undefined) throw new Error(`no plain colour for both themes: ${value}`)
  return found
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const everySurface = ['--canvas', '--surface', '--raised', '--sunken', '--hover', '--pressed']
const diffs = ['--surface', '--added', '--removed']
/** Every text with the backgrounds that it stands on somewhere. */
const texts: Readonly<Record<string, readonly string[]>> = {
  '--ink': [...everySurface, '--accent-soft', '--warn-soft', '--danger-soft', ...diffs, '--added-strong', '--removed-strong'],
  '--ink-soft': [...everySurface, '--warn-soft', '--danger-soft', ...diffs],
  '--ink-faint': ['--canvas', '--surface', '--raised', '--sunken', '--hover'],
  '--accent-text': ['--canvas', '--surface', '--raised', '--hover', '--pressed', '--accent-soft'],
  '--warn-text': ['--surface', '--canvas', '--warn-soft'],
  '--danger-text': ['--surface', '--raised', '--hover', '--canvas', '--danger-soft'],
  '--on-accent': ['--accent', '--accent-hover'],
  '--on-danger': ['--danger'],
  '--canvas': ['--ink'],
  '--added-text': ['--added', '--canvas'],
  '--removed-text': ['--removed', '--canvas'],
  '--code-key': [...diffs, '--added-strong', '--removed-strong'],
  '--code-string': [...diffs, '--added-strong', '--removed-strong'],
  '--code-number': [...diffs, '--added-strong', '--removed-strong'],
}
/** What must be seen but is not read: edges of controls, the focus, the lit line, signs. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '--edge': ['--surface', '--canvas', '--sunken'],
  '--focus': ['--surface', '--canvas', '--raised'],
  '--accent': ['--surface', '--canvas'],
  '--warn': ['--surface', '--canvas', '--warn-soft'],
  '--danger': ['--surface', '--canvas', '--danger-soft'],
}

const tooWeak = (pairs: Readonly<Record<string, readonly string[]>>, colour: (name: string) => string, least: number) =>
  Object.entries(pairs).flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const found = contrast(colour(front), colour(back))
      return found < least ? [`${front} on ${back}: ${found.toFixed(2)}`] : []
    }),
  )

describe('the colours', () => {
  it('are computed as the standard does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
  for (const [name, colour] of Object.entries(themes)) {
    const strong = name.includes('more')
    it(`reach ${strong ? '7:1 for text but accents, else ' : ''}4.5:1 for text and 3:1 for signs: ${name}`, () => {
      expect(tooWeak(texts, colour, 4.5)).toEqual([])
      expect(tooWeak(signs, colour, 3)).toEqual([])
      if (strong)
        expect(tooWeak({ '--ink': everySurface, '--ink-soft': everySurface, '--ink-faint': ['--canvas', '--surface'] }, colour, 7)).toEqual(
          [],
        )
    })
  }
})

describe('the tokens', () => {
  const sheets = ['app', 'motion', 'window'].map((name) => readFileSync(`renderer/styles/${name}.css`, 'utf8')).join('\n')
  it('are all there that the sheets use', () => {
    const used = [...sheets.matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1] ?? '')
    expect(used.filter((name) => !root.has(name) && !sheets.includes(`${name}:`))).toEqual([])
  })
  it('move for less than 200 ms', () => {
    const lengths = [...root].flatMap(([name, value]) => (/^\d+(\.\d+)?ms$/.test(value) ? [[name, Number.parseFloat(value)] as const] : []))
    expect(lengths.length).toBeGreaterThan(1)
    expect(lengths.filter(([, ms]) => ms >= 200)).toEqual([])
  })
})
