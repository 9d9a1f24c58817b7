import { addRelay, expect, key, switchTo, test } from './fixtures'

const codex = '.codex/config.toml'
const before = '# mine\nmodel = "o9"   # keep\n'

test('a newcomer pastes URL and key, sees what each tool gets, looks at the lines, switches, and takes it back', async ({ app, site }) => {
  site.write(codex, before)
  await app.getByLabel('Paste anything').fill(`relay.example.com/v1 ${key}`)
  const flow = app.getByRole('dialog', { name: 'Add a relay' })
  await expect(flow.getByText('https://relay.example.com/v1', { exact: true })).toBeVisible()
  await flow.getByRole('button', { name: 'Fill in by hand' }).click()
  const form = app.getByRole('dialog', { name: 'New profile' })
  await expect(form.getByLabel('API key', { exact: true })).toHaveAttribute('placeholder', /sk-…cdef/)
  await form.getByLabel('Name', { exact: true }).fill('Work')
  await form.getByRole('button', { name: 'Add profile' }).click()
  await expect(form).toBeHidden()

  await app.getByRole('button', { name: 'Switch to Work' }).click()
  const plan = app.getByRole('dialog', { name: 'Switch to Work' })
  await expect(plan).toContainText('experimental_bearer_token')
  await expect(plan).toContainText('sk-…cdef')
  await expect(plan).not.toContainText(key)
  expect(site.read(codex)).toBe(before)
  await plan.getByRole('button', { name: 'Switch', exact: true }).click()

  await expect(app.getByText('Switched to Work', { exact: true })).toBeVisible()
  expect(site.read(codex)).toContain(key)
  expect(site.read(codex)).toContain('# keep')
  expect(site.read('.claude/settings.json')).toContain('https://relay.example.com"')
  expect(site.read('.gemini/.env')).toContain(key)
  await expect(app.getByRole('button', { name: 'Codex: In sync. Show details' })).toBeVisible()

  await app.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(app.getByText('Undone', { exact: true })).toBeVisible()
  expect(site.read(codex)).toBe(before)
  expect(site.exists('.gemini/.env')).toBe(false)
})

test('a value that was changed by hand is taken into the profile, or written again', async ({ app, site }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  await switchTo(app, 'Work')
  const change = (from: string, to: string) => site.write(codex, site.read(codex).replace(from, to))
  const state = app.getByRole('button', { name: 'Codex: Changed by hand. Show details' })

  change('https://relay.example.com/v1', 'https://other.example/v1')
  await state.click()
  await app.getByRole('button', { name: 'Apply the profile again…' }).click()
  const plan = app.getByRole('dialog', { name: 'to Work' })
  await plan.getByRole('checkbox', { name: 'Overwrite' }).click()
  await plan.getByRole('button', { name: 'Switch', exact: true }).click()
  await expect(app.getByRole('button', { name: 'Codex: In sync. Show details' })).toBeVisible()
  expect(site.read(codex)).toContain('https://relay.example.com/v1')

  change('https://relay.example.com/v1', 'https://other.example/v1')
  await state.click()
  await app.getByRole('button', { name: 'Take into the profile' }).click()
  await expect(app.getByRole('button', { name: 'Codex: In sync. Show details' })).toBeVisible()
  expect(site.read(codex)).toContain('https://other.example/v1')
  expect(await site.terminal('show', 'Work')).toContain('https://other.example/v1')
})

test('a broken file is named with its line, and nothing is written', async ({ app, site, complaints }) => {
  await addRelay(app, 'Work', 'https://relay.example.com')
  site.write(codex, 'a = 1\nb = = 2\n')
  await app.getByRole('button', { name: 'Switch to Work' }).click()
  await expect(app.getByText(`${site.path(codex)}:2`).first()).toBeVisible()
  expect([site.read(codex), site.exists('.claude/settings.json'), complaints]).toEqual(['a = 1\nb = = 2\n', false, []])
})
