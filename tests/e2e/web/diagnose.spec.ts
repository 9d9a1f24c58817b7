import { startFakeRelay } from '../../support/fake-relay'
import { addRelay, expect, faults, key, switchTo, test } from './fixtures'

test('the doctor names a stray variable with its line, mends it after a look, and takes it back', async ({ app, site }) => {
  const before = 'alias ll="ls -l"\nexport GOOGLE_GEMINI_BASE_URL=https://old.example\n'
  site.write('.bashrc', before)
  await addRelay(app, 'Work', 'https://relay.example.com')
  await switchTo(app, 'Work')

  await app.getByRole('button', { name: 'Diagnose', exact: true }).click()
  await app.getByRole('switch', { name: 'Ask the relays too' }).click()
  await app.getByRole('main').getByRole('button', { name: 'Diagnose', exact: true }).click()
  await expect(app.getByRole('button', { name: 'Diagnose again' })).toBeVisible({ timeout: 15_000 })
  expect(await faults(app)).toEqual([])

  const finding = app
    .locator('[data-testid^="finding-"]')
    .filter({ hasText: '.bashrc' })
    .filter({ has: app.getByRole('button', { name: /^Fix/ }) })
  await expect(finding.first()).toContainText(':2')
  await expect(app.getByRole('heading', { name: 'A variable of the shell overrides the profile' })).toBeVisible()
  await expect(app.getByText('No variable of the shell overrides the profile')).toHaveCount(0)
  // The documentation opens at the check, by the keyboard alone, and leaves what was there as it was.
  const link = finding.first().getByRole('link', { name: /^About this check/ })
  await link.press('Enter')
  const page = app.getByRole('dialog', { name: 'What every check means' })
  await expect(page.getByRole('heading', { name: 'No variable of the shell overrides the profile' })).toBeFocused()
  await expect(page.getByText('docs/diagnostics.md#env-overrides')).toBeInViewport()
  await app.keyboard.press('Escape')
  await expect(link).toBeFocused()

  await finding.first().getByRole('button', { name: /^Fix/ }).click()
  const dialog = app.getByRole('dialog', { name: /^Fix/ })
  await expect(dialog.getByRole('figure').first()).toContainText('GOOGLE_GEMINI_BASE_URL')
  expect(site.read('.bashrc')).toBe(before)
  await dialog.getByRole('button', { name: 'Fix', exact: true }).click()
  await expect(app.getByText('Mended', { exact: true })).toBeVisible()
  expect(site.read('.bashrc')).toMatch(/^#.*GOOGLE_GEMINI_BASE_URL/m)

  await app.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(app.getByText('Undone', { exact: true })).toBeVisible()
  expect(site.read('.bashrc')).toBe(before)
})

test('a pasted error text is answered with its real cause', async ({ app }) => {
  await app.getByRole('button', { name: 'Diagnose', exact: true }).click()
  await app.getByRole('textbox', { name: 'What did the tool say?' }).fill('Not logged in · Please run /login')
  await app.getByRole('button', { name: 'What does it mean?' }).click()
  await expect(app.getByRole('article').first()).toContainText('not about your login')
})

test('a relay that is not there fails at its layer, in every tool, without a token', async ({ app }) => {
  await addRelay(app, 'Gone', 'http://127.0.0.1:9')
  await app.getByRole('button', { name: 'Test all…' }).click()
  const dialog = app.getByRole('dialog', { name: 'Test all connections' })
  await dialog.getByRole('radio', { name: 'Free' }).click()
  await expect(dialog).toContainText('Costs no tokens')
  await dialog.getByRole('button', { name: 'Start test' }).click()
  await expect(dialog.getByText('The test has ended.')).toBeVisible({ timeout: 30_000 })
  await expect(dialog.getByText('Fails', { exact: true })).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Codex', exact: true }).click()
  expect(await faults(app)).toEqual([])
  await app.keyboard.press('Escape')
  await expect(app.getByRole('button', { name: 'Last test of Gone: Fails' })).toBeVisible()
})

test('with a locked vault all that needs no key is looked at, what was left out is named, and unlocking runs the rest', async ({
  app,
  site,
}) => {
  await addRelay(app, 'Work', 'http://127.0.0.1:9')
  await switchTo(app, 'Work')
  const passphrase = 'correct horse battery'
  await app.keyboard.press('Control+,')
  await app.getByRole('region', { name: 'Vault' }).getByRole('button', { name: 'Set a passphrase…' }).press('Enter')
  const fresh = app.getByRole('dialog', { name: 'Protect your keys with a passphrase' })
  for (const label of ['New passphrase', 'Once more']) await fresh.getByLabel(label).fill(passphrase)
  await app.keyboard.press('Enter')
  await expect(fresh).toBeHidden()
  await app.getByRole('region', { name: 'Vault' }).getByRole('button', { name: 'Lock' }).press('Enter')
  await expect(app.getByText('Locked. You are asked when a key is needed.')).toBeVisible()
  site.write('.gemini/settings.json', '{}')

  await app.keyboard.press('Control+Shift+d')
  await expect(app.getByRole('button', { name: 'Diagnose again' })).toBeVisible({ timeout: 30_000 })
  const locked = app.getByTestId('finding-vault-open')
  await expect(locked).toContainText('The checks that need a key were left out.')
  await expect(app.getByTestId('finding-gemini-auth-type')).toContainText('Gemini CLI does not log in with the key')
  await app.getByRole('button', { name: /checks? (was|were) skipped/ }).click()
  await expect(app.getByTestId('finding-relay-reachable')).toContainText('Left out: it needs your key')
  expect(await faults(app)).toEqual([])

  await locked.getByRole('button', { name: 'Unlock…' }).press('Enter')
  const unlock = app.getByRole('dialog', { name: 'Unlock the vault' })
  await unlock.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await app.keyboard.press('Enter')
  await expect(unlock).toBeHidden()
  await expect(locked).toBeHidden()
  await expect(app.getByTestId('finding-relay-reachable')).not.toContainText('Left out', { timeout: 30_000 })
  await expect(app.getByRole('button', { name: 'Diagnose again' })).toBeVisible({ timeout: 30_000 })
})

test('a refused key is found, its request copied as curl and the report copied, both without the key', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => app.evaluate(() => navigator.clipboard.readText())
  const relay = await startFakeRelay({ keys: ['sk-another-one-0123456789'], models: ['gpt-6-sol'] })
  try {
    await addRelay(app, 'Refuses', relay.url)
    await switchTo(app, 'Refuses')
    await app.getByRole('button', { name: 'Diagnose', exact: true }).click()
    await app.getByRole('main').getByRole('button', { name: 'Diagnose', exact: true }).click()
    await expect(app.getByRole('button', { name: 'Diagnose again' })).toBeVisible({ timeout: 30_000 })
    const finding = app.getByTestId('finding-relay-key')
    await expect(finding).toContainText('The relay refuses the key')
    await finding.getByRole('button', { name: 'Copy as curl: The relay refuses the key' }).click()
    await expect(app.getByText('Copied', { exact: true }).first()).toBeVisible()
    expect(await copied()).toMatch(new RegExp(`^curl .*${new URL(relay.url).host}`))
    expect(await copied()).not.toContain(key)
    expect(await faults(app)).toEqual([])
    await app.getByRole('button', { name: 'Copy report' }).press('Enter')
    await app.getByRole('menuitem').first().press('Enter')
    await expect.poll(copied).toContain('# Switchyard diagnostics')
    expect(await copied()).toContain('The relay refuses the key')
    expect(await copied()).not.toContain(key)
  } finally {
    await relay.close()
  }
})
