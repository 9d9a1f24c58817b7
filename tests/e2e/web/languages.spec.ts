import { startFakeRelay } from '../../support/fake-relay'
import { addRelay, expect, key, switchTo, test } from './fixtures'
import { wordsOf } from './words'

const codex = '.codex/config.toml'

for (const language of ['en', 'zh'] as const) {
  const says = wordsOf(language)

  test(`${language}: from a paste to the proof, and back`, async ({ site, page, complaints: _ }) => {
    const relay = await startFakeRelay({ keys: [key], models: ['claude-sonnet-5', 'gpt-6-sol', 'gemini-3.8-flash'] })
    site.write('.config/Switchyard/settings.json', JSON.stringify({ language }))
    site.write(codex, '# mine\n')
    try {
      await page.goto(site.link)
      await expect(page.getByRole('heading', { name: says('firstRun.title') })).toBeVisible()
      await page.getByLabel(says('paste.field')).focus()
      await page.keyboard.insertText(`${relay.url}/v1 ${key}`)
      const flow = page.getByRole('dialog', { name: says('paste.title') })
      await expect(flow.getByText(says('paste.outcomeReached'))).toBeVisible()
      await flow.getByLabel(says('form.name'), { exact: true }).fill('Harbor')
      await flow.getByRole('button', { name: says('paste.changes') }).click()
      const plan = page.getByRole('dialog', { name: /Harbor$/ })
      await expect(plan).toContainText('experimental_bearer_token')
      expect(site.read(codex)).toBe('# mine\n')
      await plan.getByRole('button', { name: says('plan.confirm'), exact: true }).click()
      const proof = page.getByRole('dialog', { name: says('paste.switched', { name: 'Harbor' }) })
      for (const tool of ['claude', 'codex', 'gemini'])
        await expect(proof.getByTestId(`proof-${tool}`)).toHaveAttribute('data-outcome', /works|warns/)
      expect(site.read(codex)).toContain(key)
      await proof.getByRole('button', { name: says('paste.done') }).click()
      await page.keyboard.press('Control+z')
      await expect(page.getByText(says('toast.undone'), { exact: true })).toBeVisible()
      expect(site.read(codex)).toBe('# mine\n')
    } finally {
      await relay.close()
    }
  })

  test(`${language}: added by hand, edited, one tool switched, changed by hand, found in the palette and set, mostly by keys`, async ({
    site,
    page,
    complaints: _,
  }) => {
    site.write('.config/Switchyard/settings.json', JSON.stringify({ language }))
    await page.goto(site.link)
    await expect(page.getByRole('heading', { name: says('firstRun.title') })).toBeVisible()
    await page.keyboard.press('Control+Shift+n')
    const form = page.getByRole('dialog', { name: says('form.addTitle') })
    await form.getByLabel(says('form.url')).fill('not an address')
    await expect(form.locator('[aria-invalid="true"]')).toHaveCount(1)
    await form.getByLabel(says('form.url')).fill('https://one.example')
    await form.getByLabel(says('form.key'), { exact: true }).fill(key)
    await form.getByLabel(says('form.name'), { exact: true }).fill('One')
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()

    await page.getByRole('button', { name: says('profiles.menu', { name: 'One' }) }).press('Enter')
    await page.getByRole('menuitem', { name: says('profiles.edit') }).press('Enter')
    const edit = page.getByRole('dialog')
    await edit.getByLabel(says('form.name'), { exact: true }).fill('Uno')
    await page.keyboard.press('Enter')
    await expect(edit).toBeHidden()

    await page.getByRole('button', { name: says('profiles.toolSwitch', { tool: 'Codex', name: 'Uno' }) }).press('Enter')
    const plan = page.getByRole('dialog')
    await expect(plan.getByRole('figure')).toHaveCount(1)
    await plan.getByRole('button', { name: says('plan.confirm'), exact: true }).press('Enter')
    await expect(page.getByRole('button', { name: says('profiles.toolActive', { tool: 'Codex', name: 'Uno' }) })).toBeVisible()
    expect([site.exists('.claude/settings.json'), site.read(codex).includes(key)]).toEqual([false, true])

    site.write(codex, site.read(codex).replace('https://one.example/v1', 'https://other.example/v1'))
    await page.getByRole('button', { name: new RegExp(`^Codex.*${says('state.changed')}`) }).press('Enter')
    await page.getByRole('button', { name: says('status.adopt') }).press('Enter')
    await expect.poll(() => site.terminal('show', 'Uno')).toContain('https://other.example/v1')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(`uno ${says('action.test').replace('…', '')}`)
    await expect(page.getByRole('option').first()).toContainText(says('action.test'))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: says('test.titleOne', { name: 'Uno' }) })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: says('action.keys') })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+,')
    await page.getByRole('searchbox', { name: says('settings.search') }).fill('proxy')
    await page.getByRole('radio', { name: says('settings.proxyDirect') }).click()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: says('nav.profiles') })).toBeVisible()
    await page.keyboard.press('Control+,')
    await expect(page.getByRole('radio', { name: says('settings.proxyDirect'), exact: true })).toBeChecked()

    await site.terminal('use', 'official')
    await page.keyboard.press('Control+Shift+p')
    await expect(page.getByRole('button', { name: says('profiles.toolSwitch', { tool: 'Codex', name: 'Uno' }) })).toBeVisible()
  })

  test(`${language}: the doctor finds, mends after a look, and the history takes it back`, async ({ site, page, complaints: _ }) => {
    const before = 'export GOOGLE_GEMINI_BASE_URL=https://old.example\n'
    site.write('.config/Switchyard/settings.json', JSON.stringify({ language }))
    site.write('.bashrc', before)
    await site.terminal('add', 'Work', '--url', 'https://relay.example.com', '--key-env', 'RELAY_KEY')
    await site.terminal('use', 'Work')
    await page.goto(site.link)
    await page.getByRole('button', { name: says('nav.diagnose'), exact: true }).click()
    await page.getByRole('switch', { name: says('diagnose.network') }).click()
    await page
      .getByRole('main')
      .getByRole('button', { name: says('diagnose.run'), exact: true })
      .click()
    await expect(page.getByRole('button', { name: says('diagnose.again') })).toBeVisible({ timeout: 15_000 })
    const fix = says('diagnose.fix')
    const finding = page.locator('[data-testid^="finding-"]').filter({ hasText: '.bashrc' })
    await finding.getByRole('button', { name: fix }).first().click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('figure').first()).toContainText('GOOGLE_GEMINI_BASE_URL')
    expect(site.read('.bashrc')).toBe(before)
    await dialog.getByRole('button', { name: fix, exact: true }).click()
    await expect(page.getByText(says('toast.fixed'), { exact: true })).toBeVisible()
    expect(site.read('.bashrc')).toMatch(/^#.*GOOGLE_GEMINI_BASE_URL/m)
    await page.getByRole('button', { name: says('nav.history'), exact: true }).click()
    await page
      .locator('ol')
      .getByRole('button', { name: says('common.undo') })
      .first()
      .click()
    await expect(page.locator('ol[aria-live]').getByText(says('toast.undone'), { exact: true })).toBeVisible()
    expect(site.read('.bashrc')).toBe(before)
  })
}

test('two windows agree on language, theme, a value changed by hand, and an undo', async ({ app, site, context }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  await switchTo(app, 'Work')
  const second = await context.newPage()
  await second.goto(site.origin)
  site.write(codex, site.read(codex).replace('https://relay.example.com/v1', 'https://other.example/v1'))
  for (const page of [app, second]) await expect(page.getByRole('button', { name: 'Codex: Changed by hand. Show details' })).toBeVisible()

  await second.keyboard.press('Control+,')
  await second.getByRole('radio', { name: 'Dark' }).click()
  await second.getByRole('radio', { name: '中文' }).click()
  await expect(app.getByRole('heading', { level: 1, name: wordsOf('zh')('nav.profiles') })).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
  await second.getByRole('radio', { name: 'English' }).click()

  site.write(codex, site.read(codex).replace('https://other.example/v1', 'https://relay.example.com/v1'))
  await expect(app.getByRole('button', { name: 'Codex: In sync. Show details' })).toBeVisible()
  await second.keyboard.press('Control+Shift+p')
  await second.keyboard.press('Control+z')
  for (const page of [app, second]) await expect(page.getByRole('button', { name: 'Codex: Official. Show details' })).toBeVisible()
})

test('Ctrl+V anywhere but in a field adds what is in the clipboard', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.evaluate((text) => navigator.clipboard.writeText(text), `https://relay.example.com ${key}`)
  await app.getByRole('heading', { level: 1 }).click()
  await app.keyboard.press('Control+v')
  const flow = app.getByRole('dialog', { name: 'Add a relay' })
  await expect(flow.getByRole('region', { name: 'Recognised' })).toContainText('relay.example.com')
  await app.keyboard.press('Escape')
  await expect(flow).toBeHidden()
})
