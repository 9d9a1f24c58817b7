import type { Page } from '@playwright/test'
import { expect, faults } from './fixtures'
import { clipped, type Language, stops, test, walkTo } from './walk'

/** The themes differ in colours, the languages in words: every pair would find nothing more. */
const looks: readonly { readonly language: Language; readonly themes: readonly string[] }[] = [
  { language: 'en', themes: ['light', 'dark'] },
  { language: 'zh', themes: ['light'] },
]

for (const { language, themes } of looks)
  for (const stop of stops) {
    test(`${stop.name}, ${language}, ${themes.join(' and ')}: axe finds nothing, and every text fits`, async ({ page, preview }) => {
      for (const theme of themes) {
        await page.setViewportSize({ width: 1280, height: 820 })
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await walkTo(page, preview, stop, { theme, language })
        expect(await faults(page), theme).toEqual([])
        expect(await clipped(page), theme).toEqual([])
      }
      for (const [width, height] of [
        [1000, 700],
        [800, 600],
        [640, 410],
      ] as const) {
        // 640 CSS pixels are a window of 1280 at 200 % zoom.
        await page.setViewportSize({ width, height })
        expect(await clipped(page), `${width} wide`).toEqual([])
      }
    })
  }

/** What people with a theme of their own see most. */
const main = [
  'profiles',
  'profiles in trouble',
  'first run',
  'palette',
  'switch preview',
  'paste',
  'form',
  'history',
  'settings',
  'diagnose',
]

for (const stop of stops.filter(({ name }) => main.includes(name)))
  test(`${stop.name}, in forced colours: axe finds nothing, what is chosen is marked, every button has an edge`, async ({
    page,
    preview,
  }) => {
    await page.setViewportSize({ width: 1280, height: 820 })
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    await walkTo(page, preview, stop, { theme: 'light', language: 'en' })
    expect(await faults(page)).toEqual([])
    expect(await clipped(page)).toEqual([])
    expect(await unmarked(page)).toEqual([])
  })

/** Chosen things that look like those beside them, and filled buttons without an edge: their colours are gone. */
function unmarked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const looks = (element: Element) => {
      const { backgroundColor, color, borderColor, boxShadow, outlineStyle, fontWeight } = getComputedStyle(element)
      return [backgroundColor, color, borderColor, boxShadow, outlineStyle, fontWeight].join(' ')
    }
    const name = (element: Element) => `"${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`
    const found: string[] = []
    for (const chosen of document.querySelectorAll('[role="radio"][aria-checked="true"], [aria-current]:not([aria-current="false"])')) {
      const others = [...(chosen.closest('[role="radiogroup"], ul')?.querySelectorAll('[role="radio"], button') ?? [])]
      const other = others.find((one) => one !== chosen && one.getAttribute('aria-checked') !== 'true' && !one.hasAttribute('aria-current'))
      if (other && looks(other) === looks(chosen)) found.push(`${name(chosen)} is not marked`)
    }
    for (const button of document.querySelectorAll('button.bg-accent, button.bg-danger'))
      if (getComputedStyle(button).borderTopWidth === '0px') found.push(`${name(button)} has no edge`)
    return found
  })
}
