import { expect, type Locator, type Page } from '@playwright/test'
import { KEY } from '../leak/spellings'

export interface Ground {
  readonly page: Page
  /** The address of a relay that repeats all that it is sent. */
  readonly relay: string
  /** Looks while the key is still in its field. */
  typing(where: string): Promise<void>
}

interface Stop {
  readonly name: string
  go(ground: Ground): Promise<void>
}

/** By the keyboard and not by Playwright's own script in the page, which would leave the key in the memory that is searched. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus()
  await page.keyboard.insertText(text)
}

export const dialog = (page: Page, name?: string | RegExp) => page.getByRole('dialog', name === undefined ? {} : { name })
const key = (form: Locator) => form.getByLabel('API key', { exact: true })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter')
export const screen = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).press('Enter')
export const close = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
}
export const menu = async (page: Page, profile: string, item: string) => {
  await page.getByRole('button', { name: `More actions for ${profile}` }).press('Enter')
  await page.getByRole('menuitem', { name: item }).press('Enter')
}
export const palette = async (page: Page, action: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(action)
  await page.getByRole('option', { name: action }).first().click()
}
const confirmPlan = async (page: Page) => {
  const plan = dialog(page, /^Switch /)
  await plan.getByRole('button', { name: 'Switch', exact: true }).press('Enter')
  await expect(plan).toHaveCount(0)
}

const passphrase = async ({ page, typing }: Ground, name: string, action: string, labels: readonly string[]) => {
  const box = dialog(page, name)
  for (const label of labels) await type(page, box.getByLabel(label, { exact: true }), KEY)
  await typing(name)
  await box.getByRole('button', { name: action, exact: true }).press('Enter')
  await expect(box).toHaveCount(0)
}

/** Every screen and dialog, with the key in every place where a user may enter it; the vault's and the export's passphrase is the same text. */
export const walk: readonly Stop[] = [
  {
    name: 'first run, and what was pasted',
    async go({ page, relay, typing }) {
      await type(page, page.getByRole('textbox', { name: 'Paste anything' }), `${relay}/v1 API key: ${KEY}`)
      await expect(dialog(page).getByText('The relay refuses this key')).toBeVisible()
      await typing('paste')
      await dialog(page).getByRole('button', { name: 'See the changes' }).press('Enter')
      await expect(page.getByRole('figure').first()).toBeVisible()
    },
  },
  {
    name: 'switched, with the proof',
    async go({ page }) {
      await confirmPlan(page)
      await expect(page.getByTestId('proof-claude')).toHaveAttribute('data-outcome', 'fails')
    },
  },
  {
    name: 'a further key, pasted',
    async go({ page, relay, typing }) {
      await press(page, 'Done')
      await page.keyboard.press('Control+n')
      await type(page, dialog(page).getByLabel('Paste anything'), `${relay}/v1 API key: ${KEY}2`)
      await dialog(page).getByRole('radio', { name: 'A further key of it' }).press('Space')
      await typing('further key')
      await dialog(page).getByRole('button', { name: 'Add the key' }).press('Enter')
      await expect(dialog(page, /has the key now/)).toBeVisible()
    },
  },
  {
    name: 'paste dialog, put away',
    async go({ page, relay, typing }) {
      await press(page, 'Done')
      await page.keyboard.press('Control+n')
      await type(page, dialog(page).getByLabel('Paste anything'), `curl ${relay} -H 'Authorization: Bearer ${KEY}'`)
      await expect(dialog(page).getByText('has this relay and key already')).toBeVisible()
      await typing('curl')
      await dialog(page).getByRole('button', { name: 'Fill in by hand' }).press('Enter')
      await expect(dialog(page, 'New profile')).toBeVisible()
    },
  },
  {
    name: 'form, its draft kept without the key',
    async go({ page, relay, typing }) {
      await page.keyboard.press('Escape')
      await press(page, 'Discard')
      await page.keyboard.press('Control+Shift+n')
      const form = dialog(page, 'New profile')
      await type(page, form.getByLabel('Relay URL'), relay)
      await type(page, key(form), KEY)
      await typing('form')
      await page.keyboard.press('Escape')
      await press(page, 'Keep draft')
      await expect(dialog(page)).toHaveCount(0)
    },
  },
  {
    name: 'form, saved',
    async go({ page, typing }) {
      await page.keyboard.press('Control+Shift+n')
      const form = dialog(page, 'New profile')
      await type(page, key(form), `second-${KEY}`)
      await form.getByRole('button', { name: 'Show key' }).press('Enter')
      await type(page, form.getByLabel('Name', { exact: true }), 'Harbor')
      await typing('form again')
      await form.getByRole('button', { name: 'Add profile' }).press('Enter')
      await expect(form).toHaveCount(0)
    },
  },
  {
    name: 'form of a stored profile',
    async go({ page, typing }) {
      await menu(page, 'Harbor', 'Edit…')
      const form = dialog(page, 'Edit Harbor')
      await type(page, key(form), KEY)
      await typing('edit')
      await form.getByRole('button', { name: 'Save', exact: true }).press('Enter')
      await expect(form).toHaveCount(0)
    },
  },
  {
    name: 'keys, one refused, one added and used',
    async go({ page, typing }) {
      await menu(page, 'Harbor', 'Keys…')
      const keys = dialog(page, 'Keys of Harbor')
      await keys.getByRole('button', { name: 'Add key' }).press('Enter')
      await type(page, key(keys), KEY)
      await typing('keys')
      await page.keyboard.press('Enter')
      await expect(keys.getByRole('alert')).toContainText('has this key already')
      await key(keys).fill('')
      await type(page, key(keys), `third-${KEY}`)
      await keys.getByLabel('Label', { exact: true }).fill('third')
      await page.keyboard.press('Enter')
      // By the mouse: the focus comes back to the list in a later frame, and would take a key press with it.
      await keys.getByRole('button', { name: 'Use key third' }).click()
      await expect(keys.getByRole('button', { name: 'Key third is in use' })).toBeVisible()
    },
  },
  {
    name: 'switch preview',
    async go({ page }) {
      await close(page)
      await press(page, 'Switch to Harbor')
      await expect(page.getByRole('figure').first()).toBeVisible()
    },
  },
  { name: 'switched', go: ({ page }) => confirmPlan(page) },
  {
    name: 'connection test',
    async go({ page }) {
      await menu(page, 'Harbor', 'Test connection…')
      await dialog(page)
        .getByRole('button', { name: /^(Start test|Test again)$/ })
        .press('Enter')
      await expect(dialog(page).getByText('The test has ended.')).toBeVisible({ timeout: 30_000 })
      await dialog(page).getByRole('button', { name: 'Claude Code', exact: true }).press('Enter')
      await expect(
        dialog(page)
          .getByRole('button', { name: /^Copy as curl/ })
          .first(),
      ).toBeVisible()
    },
  },
  {
    name: 'bulk test',
    async go({ page }) {
      await close(page)
      await press(page, 'Test all…')
      await dialog(page)
        .getByRole('button', { name: /^(Start test|Test again)$/ })
        .press('Enter')
      await expect(dialog(page).getByText('The test has ended.')).toBeVisible({ timeout: 30_000 })
    },
  },
  {
    name: 'state of a tool',
    async go({ page }) {
      await close(page)
      await press(page, /^Claude Code: .*Show details/)
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'history with its diff',
    async go({ page }) {
      await close(page)
      await screen(page, 'History')
      await page.getByRole('main').locator('ol [aria-expanded="false"]').first().press('Enter')
      await expect(page.getByRole('figure').first()).toBeVisible()
    },
  },
  {
    name: 'diagnose, its report and a pasted error text',
    async go({ page, typing }) {
      await page.keyboard.press('Control+Shift+d')
      await expect(page.getByRole('button', { name: 'Diagnose again' })).toBeVisible({ timeout: 60_000 })
      await press(page, 'Copy report')
      await page.getByRole('menuitem', { name: 'With host names' }).press('Enter')
      await expect(page.getByText('Copied', { exact: true })).toBeVisible()
      const box = page.getByRole('textbox', { name: 'What did the tool say?' })
      await type(page, box, `Not logged in · Please run /login (${KEY})`)
      await press(page, 'What does it mean?')
      await expect(page.getByRole('article').first()).toBeVisible()
      await typing('error text')
      await screen(page, 'History')
    },
  },
  {
    name: 'settings and their vault: a passphrase',
    async go(ground) {
      const { page } = ground
      await screen(page, 'Settings')
      await page.getByRole('region', { name: 'Vault' }).getByRole('button', { name: 'Set a passphrase…' }).press('Enter')
      await passphrase(ground, 'Protect your keys with a passphrase', 'Protect', ['New passphrase', 'Once more'])
    },
  },
  {
    name: 'vault: locked, and unlocked by what needs a key',
    async go(ground) {
      const { page } = ground
      await palette(page, 'Lock the vault')
      await screen(page, 'Profiles')
      await press(page, 'Switch to 127.0.0.1')
      await passphrase(ground, 'Unlock the vault', 'Unlock', ['Passphrase'])
      await confirmPlan(page)
    },
  },
  {
    name: 'vault: rotated',
    async go(ground) {
      const { page } = ground
      await screen(page, 'Settings')
      await press(page, 'Rotate…')
      await passphrase(ground, 'New data key', 'Rotate', ['Passphrase'])
    },
  },
  {
    name: 'vault: moved',
    async go({ page }) {
      await press(page, 'Move to a file…')
      await page.getByRole('alertdialog').getByRole('button', { name: 'Move to a file' }).press('Enter')
      await expect(page.getByText('Protected by a file').first()).toBeVisible()
    },
  },
  {
    name: 'export',
    async go(ground) {
      const { page } = ground
      await palette(page, 'Export profiles')
      const box = dialog(page, 'Export profiles')
      for (const label of ['Passphrase', 'The same once more']) await type(page, box.getByLabel(label, { exact: true }), KEY)
      await ground.typing('export')
      await box.getByRole('button', { name: 'Save the file' }).press('Enter')
      await press(page, 'Done')
      await expect(dialog(page)).toHaveCount(0)
    },
  },
  {
    name: 'palette',
    async go({ page }) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('har')
      await expect(page.getByRole('option').first()).toContainText('Harbor')
    },
  },
  {
    name: 'key map',
    async go({ page }) {
      await close(page)
      await page.keyboard.press('?')
      await expect(dialog(page)).toBeVisible()
    },
  },
]
