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
