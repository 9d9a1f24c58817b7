import { call, expect, test } from './fixtures'

const key = 'sk-copied-0123456789'

test('a copied key does not come to the window, and leaves the clipboard after a while if it is still there', async ({ home, launch }) => {
  await home.terminal('add', 'Northline', '--url', 'https://northline.example', '--key', key, '--tools', 'claude')
  const { app, page } = await launch()
  const clipboard = () => app.evaluate(async ({ clipboard }) => clipboard.readText())
  const timeIsUp = () => app.evaluate(() => globalThis.switchyardTest?.clearClipboard())
  const copyKey = async () => {
    await page.getByRole('button', { name: 'More actions for Northline' }).click()
    await page.getByRole('menuitem', { name: 'Copy key' }).click()
    await expect.poll(clipboard).toBe(key)
  }
  await copyKey()
  await expect(page.getByText('The clipboard is cleared in 60 seconds.')).toBeVisible()
  await timeIsUp()
  expect(await clipboard()).toBe('')

  await copyKey()
  await app.evaluate(async ({ clipboard }) => clipboard.writeText('a recipe'))
  await timeIsUp()
  expect(await clipboard()).toBe('a recipe')

  const listed = await call(page, 'profiles.list', {})
  const id = listed.ok ? (listed.value as readonly { id: string; name: string }[]).find(({ name }) => name === 'Northline')?.id : ''
  expect(await call(page, 'desktop.copyKey', { id })).toEqual({ ok: true, value: null })
})

test('a switch in the tray with a locked vault asks in the window for the passphrase, says what for, and then goes on', async ({
  home,
  launch,
}) => {
  await home.terminal('add', 'Northline', '--url', 'https://northline.example', '--key', key, '--tools', 'claude')
  await home.terminal('add', 'Harbor', '--url', 'https://harbor.example', '--key', key, '--tools', 'claude')
  const { app, page } = await launch()
  expect(await call(page, 'vault.protect', { protection: 'passphrase', passphrase: 'correct horse battery' })).toMatchObject({ ok: true })
  expect(await call(page, 'vault.lock', {})).toMatchObject({ ok: true })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const tray = () => app.evaluate(() => globalThis.switchyardTest?.trayMenu() ?? [])
  const harbor = (await tray())[0]?.items.find(({ label }) => label === 'Harbor')?.id ?? ''
  await app.evaluate((_electron, id) => globalThis.switchyardTest?.clickTray(id), harbor)

  const unlock = page.getByRole('dialog', { name: 'Unlock the vault' })
  await expect(unlock).toContainText('Then Claude Code is switched to Harbor, as you asked in the tray.')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
  expect(home.exists('.claude/settings.json')).toBe(false)
  await unlock.getByLabel('Passphrase', { exact: true }).fill('correct horse battery')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Switched to Harbor', { exact: true })).toBeVisible()
  expect(home.read('.claude/settings.json')).toContain('https://harbor.example')
  await expect.poll(async () => (await tray())[0]?.label).toBe('Claude Code: Harbor')
})
