import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ccswitchSql, PASSPHRASE } from '../../core/transfer/samples'
import { expect, faults, key, test } from './fixtures'

const add = ['--url', 'https://relay.example.com', '--key-env', 'RELAY_KEY']

/** By the palette, as from anywhere. */
async function open(app: Page, action: 'Export profiles' | 'Import profiles') {
  await app.keyboard.press('Control+k')
  await app.getByRole('combobox').fill(action)
  await app.keyboard.press('Enter')
  const dialog = app.getByRole('dialog', { name: action })
  await expect(dialog).toBeVisible()
  return dialog
}

test('profiles go into a sealed file and come out of it', async ({ app, site }) => {
  await site.terminal('add', 'Work', ...add)
  await site.terminal('add', 'Other', ...add)
  await expect(app.getByText('Other').first()).toBeVisible()
  const dialog = await open(app, 'Export profiles')
  await dialog.getByRole('button', { name: 'Save the file' }).click()
  await expect(dialog.getByText('Use at least 8 characters.')).toBeVisible()
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await dialog.getByLabel('The same once more').fill(`${PASSPHRASE}!`)
  await dialog.getByRole('button', { name: 'Save the file' }).click()
  await expect(dialog.getByText('The two passphrases differ.')).toBeVisible()
  expect(await faults(app)).toEqual([])
  const waiting = app.waitForEvent('download')
  await dialog.getByLabel('The same once more').fill(PASSPHRASE)
  await app.keyboard.press('Enter')
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^switchyard-export-.*\.json$/)
  const file = site.path('sealed.json')
  await download.saveAs(file)
  expect(readFileSync(file, 'utf8')).not.toMatch(new RegExp(`${key}|relay\\.example`))
  await app.getByRole('button', { name: 'Done' }).click()

  await site.terminal('remove', 'Other')
  await expect(app.getByText('Other')).toHaveCount(0)
  const back = await open(app, 'Import profiles')
  await back.getByLabel('Choose a file').setInputFiles(file)
  await back.getByLabel('Passphrase', { exact: true }).fill('not this one')
  await app.keyboard.press('Enter')
  await expect(back.getByText('This passphrase does not open sealed.json.')).toBeVisible()
  expect(await faults(app)).toEqual([])
  await back.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await app.keyboard.press('Enter')
  await expect(back.getByText('You have this one already, with the same relay and keys.')).toBeVisible()
  await expect(back.getByText('1 of 2 chosen')).toBeVisible()
  await expect(back).not.toContainText(key)
  expect(await faults(app)).toEqual([])
  await back.getByRole('button', { name: 'Import 1 profile' }).click()
  const outcome = app.getByRole('dialog', { name: 'Imported' })
  await expect(outcome).toContainText('Other')
  await app.keyboard.press('Enter')
  expect((await site.terminal('key', 'Other')).trim()).toBe(key)
})

test('a plain export comes after a plain warning', async ({ app, site }) => {
  await site.terminal('add', 'Work', ...add)
  await expect(app.getByText('Work').first()).toBeVisible()
  const dialog = await open(app, 'Export profiles')
  await dialog.getByRole('switch', { name: 'Export without protection' }).click()
  await expect(dialog.getByRole('alert')).toContainText('plain text')
  const waiting = app.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save with plain keys' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toContain('plain-text-keys')
  await download.saveAs(site.path('plain.json'))
  expect(site.read('plain.json')).toContain(key)
})

test('what is risky in a file is shown, and wants a yes', async ({ app, site }) => {
  await app.getByRole('button', { name: 'Settings' }).click()
  await app.getByRole('button', { name: 'Import…' }).click()
  const dialog = app.getByRole('dialog', { name: 'Import profiles' })
  const file = site.path('cc-switch-export.sql')
  writeFileSync(site.path('words.txt'), 'hello')
  await dialog.getByLabel('Choose a file').setInputFiles(site.path('words.txt'))
  await expect(dialog.getByRole('alert')).toContainText('words.txt')
  writeFileSync(file, ccswitchSql)
  await dialog.getByLabel('Choose a file').setInputFiles(file)
  const row = dialog.getByRole('listitem').filter({ hasText: 'Risky' })
  for (const risk of ['NODE_OPTIONS', 'apiKeyHelper', 'hooks', '10.0.0.5']) await expect(row.getByText(risk).first()).toBeVisible()
  const go = dialog.getByRole('button', { name: 'Import 4 profiles' })
  await expect(go).toBeDisabled()
  expect(await faults(app)).toEqual([])
  await row.getByRole('checkbox').click()
  await expect(dialog.getByRole('button', { name: 'Import 3 profiles' })).toBeEnabled()
  await row.getByRole('checkbox').click()
  await dialog.getByRole('checkbox', { name: 'I have read the warnings' }).click()
  await go.click()
  await expect(app.getByRole('dialog', { name: 'Imported' })).toContainText('Risky')
})

test('chosen profiles of ten thousand go into a file, by keyboard alone', async ({ context, site, complaints: _ }) => {
  const tools = { claude: { enabled: true, models: {}, options: {}, extra: {} } }
  const at = '2026-01-01T00:00:00.000Z'
  const profiles = Array.from({ length: 10_000 }, (_, n) => ({
    id: `p-${n}`,
    name: `Relay ${n}`,
    relay: { url: `https://r${n}.example`, key },
    tools,
    createdAt: at,
    updatedAt: at,
  }))
  site.write('.config/Switchyard/profiles.json', JSON.stringify({ version: 1, profiles }))
  const page = await context.newPage()
  await page.goto(site.link)
  await expect(page.getByRole('button', { name: 'Switch to Relay 0', exact: true })).toBeVisible()
  const dialog = await open(page, 'Export profiles')
  await dialog.getByRole('radio', { name: 'All (10000)' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.type('relay 777')
  await expect(dialog.getByRole('button', { name: 'Choose the 19 found' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const list = dialog.getByRole('listbox', { name: 'Profiles to export' })
  await expect(list).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await expect(dialog.getByText('2 of 10000 chosen')).toBeVisible()
  await expect(list).toHaveAttribute('aria-activedescendant', /-18$/)
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('searchbox').focus()
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('option', { name: /Relay 0/ }).first()).toBeVisible()
  expect(await dialog.getByRole('option').count()).toBeLessThan(40)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(dialog.getByRole('option', { name: 'Relay 9999' })).toBeVisible()
  await dialog.getByRole('switch', { name: 'Export without protection' }).press('Space')
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save with plain keys' }).press('Enter')
  await (await waiting).saveAs(site.path('some.json'))
  const written = site.read('some.json')
  expect(written).toContain('"Relay 777"')
  expect(written).toContain('"Relay 9777"')
  expect(written.match(/"Relay \d+"/g)).toHaveLength(2)
})
