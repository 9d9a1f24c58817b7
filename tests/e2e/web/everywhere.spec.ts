import { expect, faults } from './fixtures'
import { clipped, type Language, stops, test, walkTo } from './walk'

for (const language of ['en', 'zh'] as const satisfies readonly Language[])
  for (const stop of stops) {
    test(`${stop.name}, ${language}: axe finds nothing in either theme, and every text fits`, async ({ page, preview }) => {
      for (const theme of ['light', 'dark']) {
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
