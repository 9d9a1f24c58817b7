import path from 'node:path'
import { type Browser, test as base, expect } from '@playwright/test'
import { builtSite } from '../../support/built-site'

/**
 * Pictures of every component in every state, against those in the folder beside this file. They were made with Debian's Chromium and the fonts
 * that `.ci/run` installs; where the fonts are others, the tests are skipped and say so. New pictures: `npx playwright test --project=web gallery
 * --update-snapshots`, after a look at each.
 */
const test = base.extend<object, { readonly gallery: string; readonly fonts: string }>({
  gallery: [
    async ({ browserName: _ }, use) => {
      const site = await builtSite(path.resolve(import.meta.dirname, '../../renderer/gallery/gallery.config.ts'))
      await use(site.url)
      await site.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  fonts: [async ({ browser }, use) => use(await fontsOf(browser)), { scope: 'worker' }],
})

/** How wide the fonts of this machine write: the same numbers, the same fonts. */
async function fontsOf(browser: Browser): Promise<string> {
  const page = await browser.newPage()
  const widths = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')
    return ['Arial', 'sans-serif', 'monospace', '"Noto Sans CJK SC"'].map((font) => {
      if (pen) pen.font = `100px ${font}`
      return Math.round(pen?.measureText('Switchyard 配置 0123 — fi…').width ?? 0)
    })
  })
  await page.close()
  return widths.join(' ')
}
const known = '1273 1273 1525 1288'

const shot = { fullPage: true, maxDiffPixelRatio: 0.004, threshold: 0.25 } as const

test.beforeEach(async ({ page, fonts }) => {
  test.skip(fonts !== known, `the pictures are of other fonts than this machine's (${fonts})`)
  await page.setViewportSize({ width: 1100, height: 760 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

for (const look of ['light', 'dark'] as const)
  for (const contrast of ['no-preference', 'more'] as const)
    test(`the components look as they did: ${look}, contrast ${contrast}`, async ({ page, gallery }) => {
      await page.emulateMedia({ contrast })
      await page.goto(`${gallery}?theme=${look}`)
      await expect(page.getByRole('figure')).toHaveCount(4)
      await expect(page).toHaveScreenshot(`components-${look}${contrast === 'more' ? '-contrast' : ''}.png`, shot)
    })

test('the components look as they did: forced colours', async ({ page, gallery }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(gallery)
  await expect(page.getByRole('figure')).toHaveCount(4)
  await expect(page).toHaveScreenshot('components-forced.png', shot)
})

for (const [scene, theme, lang] of [
  ['alert', 'light', 'en'],
  ['dialog', 'dark', 'en'],
  ['sheet', 'light', 'zh'],
  ['palette', 'light', 'en'],
  ['palette', 'dark', 'zh'],
  ['keys', 'dark', 'en'],
] as const)
  test(`what lies over a screen looks as it did: ${scene}, ${theme}, ${lang}`, async ({ page, gallery }) => {
    await page.goto(`${gallery}?scene=${scene}&theme=${theme}&lang=${lang}`)
    await expect(page.getByRole(scene === 'alert' ? 'alertdialog' : 'dialog')).toBeVisible()
    await expect(page).toHaveScreenshot(`${scene}-${theme}-${lang}.png`, { ...shot, fullPage: false })
  })

for (const theme of ['light', 'dark'] as const)
  test(`a menu looks as it did: ${theme}`, async ({ page, gallery }) => {
    await page.goto(`${gallery}?scene=menu&theme=${theme}`)
    await page.getByRole('button', { name: 'More' }).press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await expect(page).toHaveScreenshot(`menu-${theme}.png`, { ...shot, fullPage: false, clip: { x: 600, y: 0, width: 500, height: 300 } })
  })
