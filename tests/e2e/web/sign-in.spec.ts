import { expect, test } from './fixtures'

test('the link signs in, and its token stands nowhere afterwards', async ({ app, site }) => {
  expect(app.url()).toBe(`${site.origin}/`)
  expect(await app.evaluate(() => [document.cookie, localStorage.length, history.length <= 3])).toEqual(['', expect.any(Number), true])
  await app.goBack()
  expect(app.url()).not.toContain('token')
})

test('the link works once: another browser is told so', async ({ app, site, browser }) => {
  expect(app.url()).toBe(`${site.origin}/`)
  const other = await browser.newContext()
  const page = await other.newPage()
  await page.goto(site.link)
  await expect(page.getByRole('status')).toContainText('used already')
  expect(page.url()).not.toContain('token')
  await other.close()
})

test('without a link the page says where to find one', async ({ page, site, browser }) => {
  const other = await browser.newContext({ locale: 'zh-CN' })
  const chinese = await other.newPage()
  for (const [one, words] of [
    [page, 'Open the link'],
    [chinese, '请打开'],
  ] as const) {
    await one.goto(site.origin)
    await expect(one.getByRole('status')).toContainText(words)
    expect(one.url()).toBe(`${site.origin}/login`)
  }
  await other.close()
})

test('a signed-in browser that opens its link again comes in', async ({ app, site, complaints }) => {
  await app.goto('about:blank')
  await app.goto(site.link)
  await expect(app.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible()
  // The browser itself notes the refused token.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('401')])
})
