import { startFakeRelay } from '../../support/fake-relay'
import { KEY, pasteSamples } from '../../support/paste-samples'
import { expect, faults, test } from './fixtures'

const models = ['claude-sonnet-5', 'gpt-6-sol', 'gemini-3.8-flash']

test('first run: from a pasted URL and key to a real answer of each tool, by keyboard alone', async ({ app, site }) => {
  const relay = await startFakeRelay({ keys: [KEY], models })
  site.write('.codex/config.toml', '# mine\n')
  try {
    await app.getByLabel('Paste anything').focus()
    await app.keyboard.insertText(`${relay.url}/v1 ${KEY}`)
    const flow = app.getByRole('dialog', { name: 'Add a relay' })
    await expect(flow.getByText('The relay takes this key')).toBeVisible()
    await expect(flow.getByText('3 models')).toBeVisible()
    await expect(flow.getByTestId('paste-url-codex')).toHaveText(`${relay.url}/v1`)
    expect(await faults(app)).toEqual([])
    const model = flow.getByRole('combobox', { name: 'Model of Codex' })
    await model.focus()
    await app.keyboard.type('sol')
    await app.keyboard.press('ArrowDown')
    await app.keyboard.press('Enter')
    await expect(model).toHaveValue('gpt-6-sol')
    expect(site.read('.codex/config.toml')).toBe('# mine\n')

    await flow.getByRole('button', { name: 'See the changes' }).press('Enter')
    const plan = app.getByRole('dialog', { name: /^Switch .*to 127\.0\.0\.1/ })
    await expect(plan).toContainText('experimental_bearer_token')
    await expect(plan).not.toContainText(KEY)
    await plan.getByRole('button', { name: 'Switch', exact: true }).press('Enter')

    for (const tool of ['claude', 'codex', 'gemini'])
      await expect(app.getByTestId(`proof-${tool}`)).toHaveAttribute('data-outcome', /works|warns/)
    expect(await faults(app)).toEqual([])
    expect(site.read('.codex/config.toml')).toContain('gpt-6-sol')
    await app.getByRole('button', { name: 'Done' }).press('Enter')
    await expect(app.getByRole('button', { name: 'Codex: In sync. Show details' })).toBeVisible()
  } finally {
    await relay.close()
  }
})

test('what people paste is recognised, and the key is not shown', async ({ app }) => {
  test.slow()
  await app.getByRole('button', { name: 'Add profile' }).first().click()
  const dialog = app.getByRole('dialog', { name: /Add a relay|A link wants/ })
  const field = dialog.getByLabel('Paste anything')
  for (const sample of pasteSamples.filter(({ source, url }) => source !== undefined && url !== null)) {
    await field.fill(sample.text)
    const card = dialog.getByRole('region', { name: 'Recognised' })
    await expect(card, sample.title).toContainText(new URL(sample.url ?? '').host)
    await expect(card, sample.title).toContainText(sample.key === null ? 'no key yet' : `…${(sample.key ?? KEY).slice(-4)}`)
    await expect(card, sample.title).not.toContainText(sample.key ?? KEY)
    for (const risk of new Set(sample.risks ?? []))
      await expect(card.getByText('Look at this first'), `${sample.title} ${risk}`).toBeVisible()
    await field.fill('')
    await expect(card).toBeHidden()
  }
})

test('risks want a yes before anything is asked or saved', async ({ app }) => {
  await app.getByRole('button', { name: 'Add profile' }).first().click()
  const dialog = app.getByRole('dialog', { name: 'Add a relay' })
  await dialog
    .getByLabel('Paste anything')
    .fill(`export ANTHROPIC_BASE_URL=http://127.0.0.1:9\nexport ANTHROPIC_AUTH_TOKEN=${KEY}\nexport NODE_OPTIONS=--require=/x.js`)
  await expect(dialog.getByText('NODE_OPTIONS', { exact: true })).toBeVisible()
  const go = dialog.getByRole('button', { name: 'See the changes' })
  await expect(go).toBeDisabled()
  await expect(dialog.getByText('Asking the relay…')).toBeHidden()
  await dialog.getByRole('checkbox', { name: 'I have read this' }).click()
  await expect(dialog.getByText('The relay does not answer')).toBeVisible()
  await expect(go).toBeEnabled()
})

test('a relay that a tool uses already is taken over as a profile', async ({ site, context, complaints: _ }) => {
  site.write('.claude/settings.json', JSON.stringify({ env: { ANTHROPIC_BASE_URL: 'https://old.example', ANTHROPIC_AUTH_TOKEN: KEY } }))
  const page = await context.newPage()
  await page.goto(site.link)
  await expect(page.getByText('uses old.example')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take over as profiles' }).click()
  await expect(page.getByRole('button', { name: 'Claude Code: In sync. Show details' })).toBeVisible()
  expect(await site.terminal('list')).toContain('old.example')
})
