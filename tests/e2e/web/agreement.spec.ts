import { addRelay, expect, switchTo, test } from './fixtures'

test('a second window agrees, and so does the terminal', async ({ app, site, context }) => {
  await addRelay(app, 'One', 'https://one.example')
  const second = await context.newPage()
  await second.goto(site.origin)
  await expect(second.getByRole('button', { name: 'Switch to One' })).toBeVisible()

  await switchTo(app, 'One')
  await expect(second.getByRole('button', { name: /^One is active/ })).toBeVisible()

  await site.terminal('add', 'Two', '--url', 'https://two.example', '--key-env', 'RELAY_KEY')
  for (const page of [app, second]) await expect(page.getByRole('button', { name: 'Switch to Two' })).toBeVisible()
  await site.terminal('use', 'Two')
  for (const page of [app, second]) await expect(page.getByRole('button', { name: /^Two is active/ })).toBeVisible()
  expect(await site.terminal('current')).toMatch(/codex +Two +in sync/)
})

test('the history shows what happened, from where, and takes it back', async ({ app, site }) => {
  await addRelay(app, 'One', 'https://one.example')
  await switchTo(app, 'One')
  await site.terminal('use', 'official')
  await app.getByRole('button', { name: 'History' }).click()
  const entries = app.getByRole('main').getByRole('button', { name: /Switched/, expanded: false })
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText('Terminal')
  await expect(entries.last()).toContainText('Browser')
  await entries.last().click()
  await expect(app.getByText('experimental_bearer_token').first()).toBeVisible()
  await app.getByRole('button', { name: /^Undo: Switched to Official/ }).click()
  await expect(app.getByText('undone', { exact: true })).toBeVisible()
  expect(site.read('.codex/config.toml')).toContain('https://one.example/v1')
})

test('settings hold, and what a browser cannot do is not offered', async ({ app }) => {
  await app.getByRole('button', { name: 'Settings' }).click()
  await app.getByRole('radio', { name: 'Dark' }).click()
  await expect(app.getByText('Close to the tray')).toHaveCount(0)
  await expect(app.locator('html')).not.toHaveAttribute('data-os')
  await app.getByRole('radio', { name: '中文' }).click()
  await expect(app.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  await app.reload()
  await expect(app.getByRole('button', { name: '设置' })).toBeVisible()
  expect(await app.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain('dark')
})

test('a removed profile is gone; the tools keep what they have', async ({ app, site }) => {
  await addRelay(app, 'One', 'https://one.example')
  await switchTo(app, 'One')
  // By the keyboard: a message may lie over the row.
  await app.getByRole('button', { name: 'More actions for One' }).press('Enter')
  await app.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await app.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(app.getByRole('button', { name: /One/ })).toHaveCount(0)
  expect(site.read('.codex/config.toml')).toContain('https://one.example/v1')
})
