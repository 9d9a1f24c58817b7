import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { stops, test, walkTo } from './walk'

/** Goes once round with Tab: what was never reached, and what showed no focus. */
async function tour(page: Page): Promise<{ readonly missed: readonly string[]; readonly unseen: readonly string[] }> {
  await page.evaluate(() => {
    const scope = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document.body
    const all = [...scope.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex]')]
    const open = all.filter((one) => {
      const hidden = one.offsetParent === null && getComputedStyle(one).position !== 'fixed'
      const native = one.closest('[aria-hidden="true"], [inert]') !== null
      return one.tabIndex >= 0 && !one.matches(':disabled') && !hidden && !native
    })
    const state = { open, reached: new Set<Element>(), unseen: new Set<string>() }
    Object.assign(window, { tour: state })
  })
  const count = await page.evaluate(() => (window as unknown as { tour: { open: unknown[] } }).tour.open.length)
  for (let press = 0; press < count + 6; press += 1) {
    await page.keyboard.press('Tab')
    await page.evaluate(async () => {
      // The end of a dialog hands the focus to its start a frame later; no finger is quicker.
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
      const { tour } = window as unknown as { tour: { reached: Set<Element>; unseen: Set<string> } }
      const at = document.activeElement
      if (!at || at === document.body) return
      tour.reached.add(at)
      const { outlineStyle, outlineWidth } = getComputedStyle(at)
      const caret = at.getAttribute('role') === 'combobox'
      const guard = at.hasAttribute('data-base-ui-focus-guard')
      if (!caret && !guard && (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)) tour.unseen.add(at.outerHTML.slice(0, 120))
    })
  }
  return page.evaluate(() => {
    const { tour } = window as unknown as { tour: { open: Element[]; reached: Set<Element>; unseen: Set<string> } }
    // A list moves the one stop that it has with the arrow keys, and a row that left the view is gone.
    const missed = tour.open.filter((one) => one.isConnected && !tour.reached.has(one)).map((one) => one.outerHTML.slice(0, 120))
    return { missed, unseen: [...tour.unseen] }
  })
}

for (const stop of stops.filter(({ name }) => !name.startsWith('palette')))
  test(`the keyboard reaches everything, and one sees where it is: ${stop.name}`, async ({ page, preview }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await walkTo(page, preview, stop, { theme: 'light', language: 'en' })
    expect(await tour(page)).toEqual({ missed: [], unseen: [] })
  })

test('a day without a mouse: switch, undo, test, look, settings', async ({ page, preview }) => {
  await page.goto(`${preview}?scenario=working&theme=light`)
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible()

  await page.keyboard.press('Control+2')
  await expect(page.getByRole('dialog', { name: 'Switch to Harbor (team key)' }).getByRole('figure').first()).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch', exact: true }).press('Enter')
  await expect(page.getByText('Switched to Harbor (team key)')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('test all')
  await expect(page.getByRole('option').first()).toContainText('Test all connections…')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Test all connections' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('theme dark')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('the focus comes back to where a dialog was opened from', async ({ page, preview }) => {
  await page.goto(`${preview}?scenario=working&theme=light`)
  for (const [button, close] of [
    ['Actions', 'Escape'],
    ['Keyboard map', 'Escape'],
    ['More actions for Northline', 'Escape'],
  ] as const) {
    const opener = page.getByRole('button', { name: button, exact: true })
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toBeVisible()
    await page.keyboard.press(close)
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toBeHidden()
    await expect(opener).toBeFocused()
  }
})

test('hundreds of profiles: the palette answers and shows only what one can read', async ({ page, preview }) => {
  await page.goto(`${preview}?scenario=many&theme=light`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('relay')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect(await page.getByRole('option').count()).toBeLessThanOrEqual(40)
})

test('Enter right after the last letter runs what was typed, not what the list still shows', async ({ page, preview }) => {
  await page.goto(`${preview}?scenario=working&theme=light`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox')
  await expect(field).toBeFocused()
  await field.evaluate((input) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'keyboard map')
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
})
