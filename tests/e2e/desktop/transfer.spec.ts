import { readFileSync } from 'node:fs'
import path from 'node:path'
import { relay } from '../../core/transfer/samples'
import { call, expect, test } from './fixtures'

test('an export is saved where the user says, sealed, and read back in', async ({ home, launch }) => {
  const { app, page } = await launch()
  const file = path.join(home.folder, 'sealed.json')
  expect(await call(page, 'profiles.add', { profile: relay('Work') })).toMatchObject({ ok: true })
  await expect(page.getByText('Work').first()).toBeVisible()
  // In the place of the system's dialog, which asks where to save.
  await app.evaluate(({ session }, savePath) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(savePath))
  }, file)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Export profiles')
  await page.keyboard.press('Enter')
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery')
  await page.getByLabel('The same once more').fill('correct horse battery')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Exported' })).toBeVisible()
  await expect.poll(() => home.exists('sealed.json')).toBe(true)
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('switchyard-sealed:1:')
  expect(readFileSync(file, 'utf8')).not.toContain('relay.example.com')
  await page.getByRole('button', { name: 'Done' }).click()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Import profiles')
  await page.keyboard.press('Enter')
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByLabel('Passphrase').fill('correct horse battery')
  await page.keyboard.press('Enter')
  await expect(page.getByText('You have this one already, with the same relay and keys.')).toBeVisible()
})
