import { rmSync } from 'node:fs'
import path from 'node:path'
import { fillHistory } from '../../../scripts/bench/fill-history'
import { addRelay, expect, faults, key, test } from './fixtures'

const many = 10_000
const store = () => {
  const tools = { claude: { enabled: true, models: {}, options: {}, extra: {} } }
  const at = '2026-01-01T00:00:00.000Z'
  const line = (n: number) =>
    JSON.stringify({ id: `p-${n}`, name: `Relay ${n}`, relay: { url: `https://r${n}.example`, key }, tools, createdAt: at, updatedAt: at })
  return `{"version":1,"profiles":[\n${Array.from({ length: many }, (_, n) => line(n)).join(',\n')}\n]}\n`
}

test('ten thousand profiles: few rows are drawn, the last is reached, and typing waits for nothing', async ({
  site,
  context,
  complaints: _,
}) => {
  site.write('.config/Switchyard/profiles.json', store())
  const page = await context.newPage()
  await page.goto(site.link)
  await expect(page.getByRole('button', { name: 'Switch to Relay 0', exact: true })).toBeVisible()
  expect(await page.locator('[data-index]').count()).toBeLessThan(80)

  const search = page.getByRole('searchbox', { name: 'Search profiles' })
  await search.focus()
  const took = await page.evaluate(async () => {
    const box = document.activeElement as HTMLInputElement
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const times: number[] = []
    for (const text of ['r', 're', 'rel', 'rela', 'relay', 'relay ', 'relay 9', 'relay 99', 'relay 999', 'relay 9999']) {
      setValue?.call(box, text)
      const began = performance.now()
      box.dispatchEvent(new Event('input', { bubbles: true }))
      times.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return times.sort((a, b) => a - b)[5] ?? 0
  })
  test.info().annotations.push({ type: 'median ms per key', description: took.toFixed(2) })
  // The bench holds the limit of 16 ms; a busy machine must not fail a test.
  expect(took).toBeLessThan(200)
  await expect(page.getByRole('button', { name: 'Switch to Relay 9999', exact: true })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('order by keyboard and by dragging, tags, and both in a second tab', async ({ app, site, context }) => {
  for (const name of ['One', 'Two', 'Three'])
    await site.terminal(
      'add',
      name,
      '--url',
      `https://${name.toLowerCase()}.example`,
      '--key-env',
      'RELAY_KEY',
      '--tag',
      name === 'Two' ? 'asia' : 'work',
    )
  const order = () => app.locator('li[data-index] p.font-medium').allTextContents()
  await expect.poll(order).toEqual(['Official (no relay)', 'One', 'Two', 'Three'])
  await app.getByRole('button', { name: 'Switch to Three' }).focus()
  await app.keyboard.press('Alt+ArrowUp')
  await expect.poll(order).toEqual(['Official (no relay)', 'One', 'Three', 'Two'])
  await app.locator('li[data-index="3"]').dragTo(app.locator('li[data-index="1"]'))
  await expect.poll(order).toEqual(['Official (no relay)', 'Two', 'One', 'Three'])

  await app.getByRole('radio', { name: 'Name' }).click()
  await expect.poll(order).toEqual(['Official (no relay)', 'One', 'Three', 'Two'])
  await app.getByRole('button', { name: 'asia', exact: true }).click()
  await expect.poll(order).toEqual(['Two'])
  expect(await faults(app)).toEqual([])

  const second = await context.newPage()
  await second.goto(site.origin)
  await expect(second.getByRole('button', { name: 'Switch to Two' })).toBeVisible()
  await site.terminal('use', 'Two')
  for (const page of [app, second])
    await expect(page.getByRole('button', { name: 'Two is active. Show what a switch would write' })).toBeVisible()
})

test('a switch moves the lit line to another station, in less than 200 ms, and at once where motion is not wanted', async ({
  app,
  site,
}) => {
  for (const name of ['One', 'Two'])
    await site.terminal('add', name, '--url', `https://${name.toLowerCase()}.example`, '--key-env', 'RELAY_KEY')
  await site.terminal('use', 'One')
  await site.terminal('use', 'Two', '--tools', 'codex')
  await expect(app.getByRole('button', { name: 'Codex uses Two' })).toBeVisible()
  const lit = () => app.locator('svg path.stroke-accent').evaluateAll((paths) => paths.map((path) => getComputedStyle(path).d))
  const motion = () =>
    app
      .locator('svg path.stroke-accent')
      .first()
      .evaluate((path) =>
        Math.max(
          ...getComputedStyle(path)
            .transitionDuration.split(', ')
            .map((each) => Number.parseFloat(each) * 1000),
        ),
      )
  const atRest = () => expect.poll(() => app.evaluate(() => document.getAnimations().length)).toBe(0)
  await atRest()
  const before = await lit()
  await app.getByRole('button', { name: 'Switch Codex to One' }).click({ modifiers: ['Alt'] })
  await expect(app.getByRole('button', { name: 'Codex uses One' })).toBeVisible()
  await atRest()
  expect(await lit()).not.toEqual(before)
  const took = await motion()
  expect([took > 50, took < 200]).toEqual([true, true])
  await app.emulateMedia({ reducedMotion: 'reduce' })
  expect(await motion()).toBeLessThan(1)
})

test('a profile is duplicated, and all are tested at once', async ({ app }) => {
  await addRelay(app, 'First', 'http://127.0.0.1:9')
  await app.getByRole('button', { name: 'More actions for First' }).press('Enter')
  await app.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
  await expect(app.getByRole('button', { name: 'Switch to First copy' })).toBeVisible()
  await app.getByRole('button', { name: 'Test all…' }).press('Enter')
  const dialog = app.getByRole('dialog', { name: 'Test all connections' })
  await dialog.getByRole('radio', { name: 'Free' }).click()
  await dialog.getByRole('button', { name: 'Start test' }).press('Enter')
  await expect(dialog.getByText('The test has ended.')).toBeVisible({ timeout: 30_000 })
  await app.keyboard.press('Escape')
  for (const name of ['First', 'First copy']) await expect(app.getByRole('button', { name: `Last test of ${name}: Fails` })).toBeVisible()
})

test('"Last used" knows the whole history, also what no page of it shows yet', async ({ app, site }) => {
  for (const name of ['Ancient', 'Middle', 'Never', 'Now'])
    await site.terminal('add', name, '--url', `https://${name.toLowerCase()}.example`, '--key-env', 'RELAY_KEY')
  await site.terminal('use', 'Now')
  const { profiles } = JSON.parse(await site.terminal('list', '--json')) as { profiles: { id: string; name: string }[] }
  const idOf = (name: string) => profiles.find((profile) => profile.name === name)?.id ?? ''
  // Hundreds of switches ago: what the first ones put in force, between entries that say nothing of a profile.
  const folder = site.path('.config/Switchyard')
  const newest = JSON.parse(site.read('.config/Switchyard/state.json').split('\n')[0] ?? '')
  rmSync(path.join(folder, 'history'), { recursive: true })
  fillHistory(folder, 600)
  for (const [n, name] of [
    [3, 'Ancient'],
    [200, 'Middle'],
  ] as const) {
    const file = `.config/Switchyard/history/${String(n).padStart(9, '0')}.json`
    const entry = JSON.parse(site.read(file))
    site.write(
      file,
      JSON.stringify({
        ...entry,
        at: new Date(n * 1000).toISOString(),
        records: { x: { before: null, after: { profileId: idOf(name) } } },
      }),
    )
  }
  site.write('.config/Switchyard/state.json', JSON.stringify({ ...newest, seq: 600 }))

  const order = () => app.locator('li[data-index] p.font-medium').allTextContents()
  await expect.poll(order).toEqual(['Official (no relay)', 'Ancient', 'Middle', 'Never', 'Now'])
  await app.getByRole('radio', { name: 'Last used' }).click()
  await expect.poll(order).toEqual(['Official (no relay)', 'Now', 'Middle', 'Ancient', 'Never'])
  // From here on, switches that others make are heard of.
  await site.terminal('use', 'Never')
  await expect.poll(order).toEqual(['Official (no relay)', 'Never', 'Middle', 'Ancient', 'Now'])
})

test('a draft is kept without its key, and comes back', async ({ app }) => {
  await addRelay(app, 'First', 'https://first.example')
  await app.getByRole('button', { name: 'Add profile' }).first().click()
  await app.getByRole('button', { name: 'Fill in by hand' }).click()
  const form = app.getByRole('dialog', { name: 'New profile' })
  await form.getByLabel('Relay URL').fill('https://second.example')
  await form.getByLabel('API key', { exact: true }).fill(key)
  // A tab that is closed asks, too: the browser's own question.
  const question = app.waitForEvent('dialog')
  await app.close({ runBeforeUnload: true })
  expect((await question).type()).toBe('beforeunload')
  await (await question).dismiss()
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Keep draft' }).click()
  expect(await app.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(key)
  // The tab's own: another program may serve at this address later.
  expect(await app.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('second.example')
  await app.getByRole('button', { name: 'Add profile' }).first().click()
  await app.getByRole('button', { name: 'Fill in by hand' }).click()
  await expect(form.getByLabel('Relay URL')).toHaveValue('https://second.example')
  await expect(form.getByLabel('API key', { exact: true })).toHaveValue('')
})
