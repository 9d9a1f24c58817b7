import path from 'node:path'
import { test as base, type Locator, type Page } from '@playwright/test'
import { builtSite } from '../../support/built-site'
import { expect } from './fixtures'

/** A test with the address of the app on a host in memory, where every state can be reached at once. */
export const test = base.extend<object, { readonly preview: string }>({
  preview: [
    async ({ browserName: _ }, use) => {
      const site = await builtSite(path.resolve(import.meta.dirname, '../../renderer/preview.config.ts'))
      await use(`${site.url}preview.html`)
      await site.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

export type Language = 'en' | 'zh'

export interface Stop {
  readonly name: string
  readonly scenario?: string
  /** Goes there from the first screen. */
  go(page: Page): Promise<void>
}

const dialog = async (page: Page) => expect(page.getByRole('dialog').or(page.getByRole('alertdialog')).first()).toBeVisible()
const palette = async (page: Page, text: string, result?: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(text)
  if (result) await expect(page.getByRole('option').first()).toContainText(result)
}

const state = async (page: Page, tool: string) => {
  await page.getByTestId(`tool-${tool}`).getByRole('button').first().press('Enter')
  await dialog(page)
}

/** A control that is known by its icon, in any language. */
const withIcon = (controls: Locator, icon: string) => controls.filter({ has: controls.page().locator(`.lucide-${icon}`) })

/** Every screen and every dialog, reached by the keyboard alone where a key leads there. */
export const stops: readonly Stop[] = [
  { name: 'profiles', go: async () => undefined },
  { name: 'profiles in trouble', scenario: 'trouble', go: async () => undefined },
  { name: 'first run', scenario: 'first-run', go: async () => undefined },
  { name: 'palette', go: async (page) => palette(page, 'har', 'Harbor') },
  {
    name: 'palette, nothing found',
    go: async (page) => {
      await palette(page, 'zzzz')
      await expect(page.getByRole('option')).toContainText('zzzz')
    },
  },
  {
    name: 'key map',
    go: async (page) => {
      await page.keyboard.press('?')
      await dialog(page)
    },
  },
  {
    name: 'switch preview',
    go: async (page) => {
      await page.keyboard.press('Control+2')
      await dialog(page)
      await expect(page.getByRole('figure').first()).toBeVisible()
    },
  },
  {
    name: 'paste',
    go: async (page) => {
      await page.keyboard.press('Control+n')
      await dialog(page)
      await page.keyboard.insertText('https://relay.example/v1 sk-abcdefghijkl NODE_OPTIONS=--require=/x.js')
      await page.getByRole('dialog').getByRole('checkbox').first().press('Space')
      await expect(page.getByTestId('paste-url-codex')).toBeVisible()
    },
  },
  {
    name: 'paste, the relay is there',
    go: async (page) => {
      await page.keyboard.press('Control+n')
      await dialog(page)
      await page.keyboard.insertText('https://api.northline.example sk-second-1111')
      await page.getByRole('dialog').getByRole('radio').nth(1).click()
      await expect(page.locator('input[type="date"]')).toBeVisible()
    },
  },
  {
    name: 'paste, nothing recognised',
    go: async (page) => {
      await page.keyboard.press('Control+n')
      await dialog(page)
      await page.keyboard.insertText('hello')
      await expect(page.getByRole('dialog').getByRole('region')).toBeVisible()
    },
  },
  {
    name: 'form',
    go: async (page) => {
      await page.keyboard.press('Control+Shift+n')
      await dialog(page)
    },
  },
  {
    name: 'test of one relay',
    go: async (page) => {
      await page.locator('[data-index] [data-column="health"]').first().press('Enter')
      await dialog(page)
    },
  },
  {
    name: 'test of all, ended',
    go: async (page) => {
      await page.locator('main header button').first().press('Enter')
      await dialog(page)
      await page.locator('[role="dialog"] footer button').last().press('Enter')
      await expect(page.locator('[role="dialog"] footer [role="status"]')).not.toBeEmpty()
      await expect(page.locator('[role="dialog"] [inert]')).toHaveCount(0)
    },
  },
  {
    name: 'key',
    go: async (page) => {
      await page.locator('[data-index="1"] [data-column="menu"]').press('Enter')
      await withIcon(page.getByRole('menuitem'), 'eye').press('Enter')
      await expect(page.getByRole('dialog').locator('code')).toBeVisible()
    },
  },
  { name: 'state, in sync', go: async (page) => state(page, 'claude') },
  { name: 'state, changed by hand', scenario: 'trouble', go: async (page) => state(page, 'claude') },
  { name: 'state, foreign relay', scenario: 'trouble', go: async (page) => state(page, 'codex') },
  { name: 'state, unreadable', scenario: 'trouble', go: async (page) => state(page, 'gemini') },
  {
    name: 'fix',
    scenario: 'trouble',
    go: async (page) => {
      await page.keyboard.press('Control+Shift+d')
      await withIcon(page.locator('[data-testid^="finding-"] button'), 'wrench').first().press('Enter')
      await dialog(page)
      await expect(page.getByRole('figure').first()).toBeVisible()
    },
  },
  {
    name: 'remove',
    go: async (page) => {
      await palette(page, 'harbor', 'Harbor')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await dialog(page)
    },
  },
  {
    name: 'export, some chosen',
    scenario: 'many',
    go: async (page) => {
      await page.keyboard.press('Control+,')
      await withIcon(page.getByRole('button'), 'upload').press('Enter')
      await dialog(page)
      await page.getByRole('radio').nth(1).click()
      await page.getByRole('option').nth(1).click()
      await expect(page.getByRole('option', { selected: true })).toHaveCount(1)
    },
  },
  {
    name: 'history',
    go: async (page) => {
      await page.keyboard.press('Control+Alt+2')
      await expect(page.locator('ol[aria-live]')).toContainText('Harbor')
      await page.keyboard.press('Control+y')
      await expect(page.locator('[aria-expanded="false"]').first()).toBeVisible()
      await page.locator('ol [aria-expanded="false"]').first().press('Enter')
      await expect(page.getByRole('figure').first()).toBeVisible()
    },
  },
  {
    name: 'settings',
    go: async (page) => {
      await page.keyboard.press('Control+,')
      await expect(page.getByRole('radiogroup').first()).toBeVisible()
    },
  },
  {
    name: 'vault, keychain not there',
    go: async (page) => {
      await page.keyboard.press('Control+,')
      const vault = page.locator('#settings-vault')
      await vault.getByRole('button').first().click()
      await expect(vault.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'new passphrase',
    go: async (page) => {
      await page.keyboard.press('Control+,')
      await page.locator('#settings-vault').getByRole('button').nth(1).click()
      await dialog(page)
      await page.keyboard.type('short')
      await page.keyboard.press('Enter')
      await expect(page.locator('[aria-invalid]')).toHaveCount(1)
    },
  },
  {
    name: 'locked vault',
    scenario: 'locked',
    go: async (page) => {
      await page.keyboard.press('Control+2')
      await expect(page.locator('input[type="password"]')).toBeVisible()
      await page.keyboard.type('wrong horse')
      await page.keyboard.press('Enter')
      await expect(page.locator('[aria-invalid]')).toBeVisible()
    },
  },
  {
    name: 'diagnose',
    go: async (page) => {
      await page.keyboard.press('Control+Shift+d')
      await expect(page.locator('[data-testid^="finding-"]').first()).toBeVisible()
    },
  },
  {
    name: 'documentation of a check',
    go: async (page) => {
      await page.keyboard.press('Control+Shift+d')
      await page.locator('[data-testid^="finding-"] a').first().press('Enter')
      await dialog(page)
      // The text comes a moment after its dialog, and then the check's heading takes the focus.
      await expect(page.getByRole('dialog').locator('h4:focus')).toBeVisible()
    },
  },
]

/** Opens the app in a look and goes to a stop. */
export async function walkTo(page: Page, preview: string, stop: Stop, look: { readonly theme: string; readonly language: Language }) {
  const query = new URLSearchParams({ theme: look.theme, lang: look.language, scenario: stop.scenario ?? 'working' })
  await page.goto(`${preview}?${query}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await stop.go(page)
}

/** Texts that do not fit: cut without a sign, cut with one but with no way to read the rest, or wider than the page. */
export function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const told = (element: Element) => element.closest('[title]') !== null
    const hidden = (value: string) => value === 'hidden' || value === 'clip'
    if (document.documentElement.scrollWidth > window.innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`)
    if (document.body.scrollHeight > document.body.clientHeight + 1) found.push('the window itself scrolls')
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      if (!own || element.closest('.sr-only, svg, option, [aria-hidden="true"]') || element.offsetParent === null) continue
      // One pixel wide: for assistive technology alone.
      if (element.clientWidth <= 1 && element.clientHeight <= 1) continue
      const style = getComputedStyle(element)
      const name = `"${element.textContent?.trim().slice(0, 40)}"`
      const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && hidden(style.overflowX)
      if (wide && !(style.textOverflow === 'ellipsis' && told(element))) found.push(`${name} is cut`)
      if (element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0 && hidden(style.overflowY))
        found.push(`${name} is cut below`)
      const box = element.getBoundingClientRect()
      for (let above = element.parentElement; above && style.position !== 'fixed'; above = above.parentElement) {
        const frame = above.getBoundingClientRect()
        const around = getComputedStyle(above)
        if (around.overflowX === 'auto' || around.overflowX === 'scroll') break
        if (hidden(around.overflowX) && box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1)) {
          found.push(`${name} reaches out of its frame`)
          break
        }
      }
    }
    return [...new Set(found)]
  })
}
