import { addRelay, expect, faults, switchTo, test } from './fixtures'

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
