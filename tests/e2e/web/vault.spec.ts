import type { Page } from '@playwright/test'
import { addRelay, expect, faults, key, test } from './fixtures'

const passphrase = 'correct horse battery staple'

const openVault = async (app: Page) => {
  await app.keyboard.press('Control+,')
  return app.getByRole('region', { name: 'Vault' })
}

/** Moves to a passphrase through the settings, a slip included. */
async function setPassphrase(app: Page): Promise<void> {
  const vault = await openVault(app)
  await expect(vault.getByText('Protected by a file: anyone who can read your home can read it')).toBeVisible()
  await vault.getByRole('button', { name: 'Set a passphrase…' }).click()
  const dialog = app.getByRole('dialog', { name: 'Protect your keys with a passphrase' })
  await dialog.getByLabel('New passphrase').fill(passphrase)
  await dialog.getByLabel('Once more').fill(`${passphrase}r`)
  await dialog.getByRole('button', { name: 'Protect' }).click()
  await expect(dialog.getByText('The two are not the same.')).toBeVisible()
  await dialog.getByLabel('Once more').fill(passphrase)
  expect(await faults(app)).toEqual([])
  await dialog.getByRole('button', { name: 'Protect' }).click()
  await expect(dialog).toBeHidden()
  await expect(vault.getByText('Protected by a passphrase')).toBeVisible()
}

test('a switch with a locked vault asks for the passphrase, and is done once it is right', async ({ app, site }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  const note = app.getByRole('status').filter({ hasText: 'protected by a file' })
  await expect(note).toBeVisible()
  await note.getByRole('button', { name: 'Put this message away' }).click()
  await expect(note).toBeHidden()
  await setPassphrase(app)
  expect(site.exists('.config/Switchyard/vault.key')).toBe(false)
  await app.getByRole('region', { name: 'Vault' }).getByRole('button', { name: 'Lock' }).click()
  await expect(app.getByText('Locked. You are asked when a key is needed.')).toBeVisible()

  await app.keyboard.press('Control+Shift+p')
  await app.getByRole('button', { name: 'Switch to Work' }).click()
  const unlock = app.getByRole('dialog', { name: 'Unlock the vault' })
  await unlock.getByLabel('Passphrase', { exact: true }).fill('wrong horse')
  await app.keyboard.press('Enter')
  await expect(unlock.getByText('The passphrase is wrong. Try again.')).toBeVisible()
  expect(await faults(app)).toEqual([])
  await unlock.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await app.keyboard.press('Enter')
  await expect(unlock).toBeHidden()
  const plan = app.getByRole('dialog', { name: 'Switch to Work' })
  await plan.getByRole('button', { name: 'Switch', exact: true }).click()
  await expect(app.getByText('Switched to Work', { exact: true })).toBeVisible()
  expect(site.read('.codex/config.toml')).toContain(key)

  // The newest, which lies over the list; the one before goes by itself.
  await app.getByRole('button', { name: 'Dismiss' }).last().click()
  const vault = await openVault(app)
  await vault.getByRole('button', { name: 'Move to a file…' }).click()
  await app.getByRole('button', { name: 'Move to a file', exact: true }).click()
  await expect(vault.getByText('Protected by a file: anyone')).toBeVisible()
  expect(await site.terminal('key', 'Work')).toBe(`${key}\n`)
})

test('without the passphrase the switch stays undone and says why; the next one asks again', async ({ app, site }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  await setPassphrase(app)
  await app.keyboard.press('Control+k')
  await app.getByRole('combobox').fill('lock the vault')
  await app.getByRole('option', { name: 'Lock the vault', exact: true }).click()
  await expect(app.getByText('The vault is locked', { exact: true })).toBeVisible()
  await app.keyboard.press('Control+Shift+p')
  await app.getByRole('button', { name: 'Switch to Work' }).click()
  const unlock = app.getByRole('dialog', { name: 'Unlock the vault' })
  await expect(unlock).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(unlock).toBeHidden()
  const plan = app.getByRole('dialog', { name: 'Switch to Work' })
  await expect(plan.getByText('The vault that holds your keys is locked.')).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(plan).toBeHidden()
  expect(site.exists('.codex/config.toml')).toBe(false)
  await app.getByRole('button', { name: 'Switch to Work' }).click()
  await expect(unlock).toBeVisible()
})

test('a new data key wants the present passphrase: a slip changes nothing', async ({ app }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  await setPassphrase(app)
  await app.getByRole('region', { name: 'Vault' }).getByRole('button', { name: 'Rotate…' }).click()
  const rotate = app.getByRole('dialog', { name: 'New data key' })
  await rotate.getByLabel('Passphrase', { exact: true }).fill('correct horse battery stapel')
  await rotate.getByRole('button', { name: 'Rotate' }).click()
  await expect(rotate.getByText('The passphrase is wrong. Try again.')).toBeVisible()
  await rotate.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await rotate.getByRole('button', { name: 'Rotate' }).click()
  await expect(rotate).toBeHidden()
  await expect(app.getByText('Every key is sealed anew', { exact: true })).toBeVisible()
})

test('a keychain that is not there is told with its cure, and the protection stays', async ({ app }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  const vault = await openVault(app)
  await vault.getByRole('button', { name: 'Move to the keychain' }).click()
  await expect(vault.getByRole('alert')).toContainText(/keychain cannot be used.*log in to a desktop session/)
  await expect(vault.getByText('Protected by a file: anyone')).toBeVisible()
})

test.describe('a copied key', () => {
  const clipboard = (app: Page) => app.evaluate(() => navigator.clipboard.readText())
  const copyKey = async (app: Page) => {
    await app.getByRole('button', { name: 'More actions for Work' }).click()
    await app.getByRole('menuitem', { name: 'Copy key' }).click()
    await expect(app.getByText('Copied', { exact: true })).toBeVisible()
  }

  test('leaves the clipboard after a minute, unless something else is there by then', async ({ app, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await addRelay(app, 'Work', 'https://relay.example.com')
    await app.clock.install()
    await copyKey(app)
    await expect(app.getByText('The clipboard is cleared in 60 seconds.')).toBeVisible()
    expect(await clipboard(app)).toBe(key)
    await app.clock.runFor(55_000)
    expect(await clipboard(app)).toBe(key)
    await app.clock.runFor(6_000)
    await expect.poll(() => clipboard(app)).toBe('')

    await copyKey(app)
    await app.evaluate(() => navigator.clipboard.writeText('a recipe'))
    await app.clock.runFor(61_000)
    expect(await clipboard(app)).toBe('a recipe')
  })

  test.describe('where the page may not look at it', () => {
    const note = 'This browser does not let Switchyard look at the clipboard. If you stay on this page, it is emptied in 60 seconds.'
    /** As a browser tells a page that its window was left. */
    const leave = (app: Page) => app.evaluate(() => void window.dispatchEvent(new Event('blur')))

    test.beforeEach(async ({ app, context }) => {
      await context.grantPermissions(['clipboard-write'])
      await addRelay(app, 'Work', 'https://relay.example.com')
      await app.clock.install()
    })

    test('is emptied while the user stays, and both notes say so', async ({ app, context }) => {
      await app.getByRole('button', { name: 'More actions for Work' }).click()
      await app.getByRole('menuitem', { name: 'Show key…' }).click()
      await expect(app.getByRole('dialog').getByText(note)).toBeVisible()
      expect(await faults(app)).toEqual([])
      await app.keyboard.press('Escape')
      await copyKey(app)
      await expect(app.getByText(note)).toBeVisible()
      await app.clock.runFor(61_000)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await expect.poll(() => clipboard(app)).toBe('')
    })

    test('is left alone once the user was elsewhere: something else may be there; a click empties it', async ({ app, context }) => {
      await copyKey(app)
      await leave(app)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      // As another program does, of which the page hears nothing.
      await app.evaluate(() => navigator.clipboard.writeText('a recipe'))
      await app.clock.runFor(61_000)
      await expect(app.getByText('The copied key may still be on the clipboard.')).toBeVisible()
      expect(await clipboard(app)).toBe('a recipe')
      expect(await faults(app)).toEqual([])
      await app.getByRole('button', { name: 'Empty the clipboard' }).click()
      await expect.poll(() => clipboard(app)).toBe('')
    })
  })
})
