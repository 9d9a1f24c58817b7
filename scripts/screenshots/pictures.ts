import type { Page } from 'playwright'
import { KEY } from './relays'

/** What has no keys of its own is found by its words, as a user finds it. */
export const words = {
  en: {
    changed: /Codex: Changed by hand/,
    url: 'Relay URL',
    next: 'See the changes',
    switch: 'Switch',
    export: 'export',
    import: 'import',
  },
  zh: { changed: /Codex.*手动/, url: '中转站网址', next: '查看改动', switch: '切换', export: '导出', import: '导入' },
} as const

/** A picture: how to come to it from the one before, and how to leave it again. */
export interface Picture {
  readonly name: string
  take(page: Page, says: (typeof words)[keyof typeof words]): Promise<void>
  leave?(page: Page): Promise<void>
}

const dialog = (page: Page) => page.getByRole('dialog').waitFor()
const close = async (page: Page) => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

const fromPalette = async (page: Page, word: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(word)
  await page.getByRole('option', { name: word }).first().click()
  await page.getByRole('dialog').getByRole('heading').waitFor()
}

/** In a new home, from the first look to the proof. */
export const firstSteps: readonly Picture[] = [
  { name: 'first-run', take: async () => undefined },
  {
    name: 'paste',
    async take(page) {
      await page.getByRole('textbox').first().focus()
      await page.keyboard.insertText(`https://relay.example.com/v1\n${KEY}`)
      await page.getByRole('dialog').locator('.lucide-circle-check').waitFor()
      for (const [at, model] of ['claude-opus-5-5', 'gpt-6-sol', 'gemini-3.8-flash'].entries()) {
        await page.getByRole('dialog').getByRole('combobox').nth(at).fill(model)
        await page.keyboard.press('Tab')
      }
      await page.getByRole('dialog').getByRole('textbox').first().focus()
    },
  },
  {
    name: 'proof',
    async take(page, says) {
      await page.getByRole('button', { name: says.next }).click()
      await page.getByRole('figure').first().waitFor()
      await page.getByRole('dialog').getByRole('button', { name: says.switch, exact: true }).click()
      const answers = page.locator('[data-testid^="proof-"]:not([data-outcome="waiting"])')
      for (const at of [0, 1, 2]) await answers.nth(at).waitFor()
    },
  },
]

/** In a home after a week. */
export const ordinaryDays: readonly Picture[] = [
  { name: 'profiles', take: async () => undefined },
  {
    name: 'palette',
    async take(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('work')
      await page.getByRole('option').first().waitFor()
    },
    leave: close,
  },
  {
    name: 'preview',
    async take(page) {
      await page.keyboard.press('Control+2')
      await page.getByRole('figure').first().waitFor()
    },
    leave: close,
  },
  {
    name: 'changed',
    async take(page, says) {
      await page.getByRole('button', { name: says.changed }).first().click()
      await dialog(page)
    },
    leave: close,
  },
  {
    name: 'test',
    async take(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('3xcoder')
      await page
        .getByRole('option', { name: /3xCoder/ })
        .first()
        .waitFor()
      await page.keyboard.press('ArrowRight')
      await page.getByRole('option').locator('.lucide-activity').first().click()
      await dialog(page)
      await page.locator('[role="dialog"] footer button').last().click()
      for (const at of [0, 1, 2]) await page.getByRole('dialog').locator('tbody button[aria-expanded]:enabled').nth(at).waitFor()
      await page.getByRole('dialog').locator('tbody button[aria-expanded]').first().click()
    },
    leave: close,
  },
  {
    name: 'profile-keys',
    async take(page) {
      await page.locator('[data-index="1"] [data-column="menu"]').press('Enter')
      await page
        .getByRole('menuitem')
        .filter({ has: page.locator('.lucide-key-round') })
        .press('Enter')
      await dialog(page)
    },
    leave: close,
  },
  { name: 'export', take: (page, says) => fromPalette(page, says.export), leave: close },
  { name: 'import', take: (page, says) => fromPalette(page, says.import), leave: close },
  {
    name: 'form',
    async take(page, says) {
      await page.keyboard.press('Control+Shift+n')
      await page.getByRole('dialog').getByLabel(says.url).first().fill('relay.example.com/v1/chat/completions')
      await page.getByText('https://relay.example.com/v1', { exact: true }).first().waitFor()
    },
    async leave(page) {
      await page.getByRole('dialog').getByRole('textbox').first().fill('')
      await close(page)
    },
  },
  {
    name: 'diagnose',
    async take(page) {
      await page.keyboard.press('Control+d')
      // Nothing may leave the machine for a picture.
      await page.getByRole('switch').first().click()
      await page.keyboard.press('Control+Shift+d')
      await page.locator('[data-testid^="finding-"]').first().waitFor()
      await page.getByRole('progressbar').waitFor({ state: 'hidden', timeout: 30_000 })
    },
  },
  {
    name: 'history',
    async take(page) {
      await page.keyboard.press('Control+y')
      await page.locator('ol [aria-expanded]').first().click()
      await page.getByRole('figure').first().waitFor()
    },
  },
  {
    name: 'settings',
    async take(page) {
      await page.keyboard.press('Control+,')
      await page.getByRole('radiogroup').first().waitFor()
    },
  },
  {
    name: 'keys',
    async take(page) {
      await page.keyboard.press('?')
      await dialog(page)
    },
    leave: close,
  },
]
