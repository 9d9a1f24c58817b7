import type { Locator, Page } from '@playwright/test'
import { addRelay, expect, faults, key, switchTo, test } from './fixtures'

const TEAM = 'sk-team-0123456789-TEAM'
const dayAhead = (days: number) => {
  const at = new Date(Date.now() + days * 86_400_000)
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** By the keyboard: a message may lie over the row. */
async function keysOf(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `More actions for ${name}` }).press('Enter')
  await page.getByRole('menuitem', { name: 'Keys…' }).press('Enter')
  return page.getByRole('dialog', { name: `Keys of ${name}` })
}

/** The keys in the dialog; a message in it is a list, too. */
const rows = (keys: Locator): Locator =>
  keys.getByRole('listitem').filter({ has: keys.page().getByRole('button', { name: /^Edit label/ }) })

test('a second key: added, used in one click in the tools too, undone, and its end is told', async ({ app, site }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  await switchTo(app, 'Work')
  const keys = await keysOf(app, 'Work')
  await expect(rows(keys)).toHaveCount(1)

  await keys.getByRole('button', { name: 'Add key' }).click()
  await expect(keys.getByLabel('API key', { exact: true })).toBeFocused()
  await app.keyboard.type(key)
  await app.keyboard.press('Enter')
  await expect(keys.getByRole('alert')).toContainText('has this key already')
  await keys.getByLabel('API key', { exact: true }).fill(TEAM)
  await keys.getByLabel('Label', { exact: true }).fill('team')
  await keys.getByLabel('Expires on').fill(dayAhead(5))
  await app.keyboard.press('Enter')
  await expect(rows(keys)).toHaveCount(2)
  expect(site.read('.claude/settings.json')).not.toContain(TEAM)
  expect(await faults(app)).toEqual([])

  await keys.getByRole('button', { name: 'Use key team' }).click()
  await expect(rows(keys).filter({ hasText: 'team' })).toContainText('In use')
  expect(site.read('.claude/settings.json')).toContain(TEAM)
  expect(site.read('.gemini/.env')).toContain(TEAM)
  await expect(keys.getByRole('button', { name: 'Key team is in use' })).toBeFocused()
  await expect(keys.getByRole('button', { name: 'Remove team' })).toBeDisabled()
  await expect(keys.getByText('Work uses the key team')).toBeInViewport()
  expect(await faults(app)).toEqual([])
  await app.keyboard.press('Escape')
  await expect(app.getByRole('button', { name: /Work: Key expires in 5 days/ })).toBeVisible()
  expect(await faults(app)).toEqual([])

  await app.getByRole('button', { name: 'Undo' }).last().click()
  await expect(app.getByRole('button', { name: /Key expires/ })).toBeHidden()
  expect(site.read('.claude/settings.json')).toContain(key)

  await app.keyboard.press('Control+k')
  await expect(app.getByRole('combobox', { name: 'Command palette' })).toBeFocused()
  await app.keyboard.type('work use key team')
  await expect(app.getByRole('option').first()).toContainText('Use key team')
  await app.keyboard.press('Enter')
  await expect(app.getByText('Work uses the key team')).toBeVisible()
  expect(site.read('.claude/settings.json')).toContain(TEAM)
  expect(await app.content()).not.toContain(TEAM)
})

test('a value changed by hand is overwritten only when asked', async ({ app, site }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  await switchTo(app, 'Work')
  await site.terminal('keys', 'add', 'Work', '--key', TEAM, '--label', 'team', '--expires', '2020-01-01')
  site.write('.claude/settings.json', site.read('.claude/settings.json').replace('https://relay.example.com', 'https://mine.example'))
  const keys = await keysOf(app, 'Work')
  await expect(rows(keys).filter({ hasText: 'team' })).toContainText('Key expired')
  await keys.getByRole('button', { name: 'Use key team' }).click()
  await expect(keys.getByRole('alert')).toContainText('changed by hand')
  expect(site.read('.claude/settings.json')).toContain('https://mine.example')
  await keys.getByRole('button', { name: 'Overwrite and use the key' }).click()
  await expect(rows(keys).filter({ hasText: 'team' })).toContainText('In use')
  expect(site.read('.claude/settings.json')).toContain(TEAM)

  const first = rows(keys).first()
  await first.getByRole('button', { name: /^Edit label/ }).click()
  await keys.getByLabel('Label', { exact: true }).fill('old')
  await app.keyboard.press('Enter')
  await expect(keys.getByRole('button', { name: 'Edit label and expiry of old' })).toBeFocused()
  await keys.getByRole('button', { name: 'Remove old' }).click()
  await app.getByRole('alertdialog').getByRole('button', { name: 'Remove key' }).click()
  await expect(rows(keys)).toHaveCount(1)
  await expect(keys.getByRole('button', { name: 'Add key' })).toBeFocused()
})

test('a half-filled key form is not closed without a word, nor is its tab', async ({ app }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  const keys = await keysOf(app, 'Work')
  await keys.getByRole('button', { name: 'Add key' }).click()
  await keys.getByLabel('Label', { exact: true }).fill('team')
  await keys.getByLabel('Expires on').fill(dayAhead(5))
  const question = app.waitForEvent('dialog')
  await app.close({ runBeforeUnload: true })
  expect((await question).type()).toBe('beforeunload')
  await (await question).dismiss()
  await app.keyboard.press('Escape')
  const asked = app.getByRole('alertdialog', { name: 'Discard what you typed about the key?' })
  // Escape again is the harmless answer.
  await expect(asked).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  await expect(keys.getByLabel('Label', { exact: true })).toHaveValue('team')
  await keys.getByRole('button', { name: 'Close' }).click()
  await asked.getByRole('button', { name: 'Discard' }).click()
  await expect(app.getByRole('dialog')).toHaveCount(0)

  // The form of another key takes its place only when that is wanted.
  await keysOf(app, 'Work')
  await keys.getByRole('button', { name: 'Add key' }).click()
  await keys.getByLabel('Label', { exact: true }).fill('team')
  await keys.getByRole('button', { name: /^Edit label/ }).click()
  await asked.getByRole('button', { name: 'Go on editing' }).click()
  await expect(keys.getByLabel('Label', { exact: true })).toHaveValue('team')
  await keys.getByRole('button', { name: /in full$/ }).click()
  await asked.getByRole('button', { name: 'Discard' }).click()
  await expect(app.getByRole('dialog', { name: /key/i })).toBeVisible()
  await expect(app.getByLabel('Label', { exact: true })).toHaveCount(0)
  await app.keyboard.press('Escape')

  // Nothing is typed any more: nothing asks.
  await keysOf(app, 'Work')
  await keys.getByRole('button', { name: 'Add key' }).click()
  await keys.getByLabel('Label', { exact: true }).fill('team')
  // In one breath, before the page does anything else.
  await keys.getByRole('button', { name: 'Cancel' }).evaluate(async (button: HTMLElement) => {
    button.click()
    for (let turn = 0; turn < 20; turn++) await undefined
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  })
  await expect(app.getByRole('dialog')).toHaveCount(0)
})

test('a key among the further settings is refused in the form, with the place where it belongs', async ({ app }) => {
  await app.keyboard.press('Control+Shift+n')
  const form = app.getByRole('dialog', { name: 'New profile' })
  await form.getByLabel('Relay URL').fill('https://relay.example.com')
  await form.getByLabel('API key', { exact: true }).fill(key)
  await form.getByRole('button', { name: 'Details of Claude Code' }).click()
  await form.getByRole('button', { name: 'Add a setting for Claude Code' }).click()
  await form.getByLabel('Name of the setting').fill('X_API_KEY')
  await form.getByLabel('Value of X_API_KEY').fill(TEAM)
  await form.getByRole('button', { name: 'Add profile' }).click()
  await expect(form).toContainText('X_API_KEY holds a key, and further settings are stored as plain text.')
  await expect(form).toContainText('“Keys…” of the profile')
  expect(await app.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(TEAM)
  expect(await faults(app)).toEqual([])
  await form.getByLabel('Value of X_API_KEY').fill('$MY_OTHER_KEY')
  await form.getByRole('button', { name: 'Add profile' }).click()
  await expect(form).toBeHidden()
})

test('a pasted key goes to the profile that has its relay, and the same key is known again', async ({ app, site }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  await switchTo(app, 'Work')
  const paste = async () => {
    await app.keyboard.press('Control+n')
    const dialog = app.getByRole('dialog', { name: 'Add a relay' })
    await dialog.getByLabel('Paste anything').fill(`https://relay.example.com/v1/messages ${TEAM}`)
    return dialog
  }
  const dialog = await paste()
  await expect(dialog.getByText('Work uses this relay already, with another key.')).toBeVisible()
  await dialog.getByRole('radio', { name: 'A further key of it' }).click()
  await dialog.getByLabel('Label', { exact: true }).fill('team')
  expect(await faults(app)).toEqual([])
  await dialog.getByRole('button', { name: 'Add the key' }).click()
  const added = app.getByRole('dialog', { name: 'Work has the key now' })
  await expect(added.getByRole('button', { name: 'Done' })).toBeFocused()
  expect(await faults(app)).toEqual([])
  expect(site.read('.claude/settings.json')).not.toContain(TEAM)
  await app.keyboard.press('Enter')

  const again = await paste()
  await expect(again.getByText('Work has this key already, as team, but uses another one.')).toBeVisible()
  expect(await faults(app)).toEqual([])
  await again.getByRole('button', { name: 'Use it now' }).click()
  await expect(app.getByText('Work uses the key team')).toBeVisible()
  expect(site.read('.claude/settings.json')).toContain(TEAM)
  expect(await app.content()).not.toContain(TEAM)
})
