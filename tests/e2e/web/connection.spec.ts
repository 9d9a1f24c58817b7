import { startLab } from '../../support/lab/index'
import { expect, faults, key, test } from './fixtures'

test('a misspelt model is found among ten thousand, taken with a click, and then works', async ({ app, site }) => {
  const lab = startLab()
  try {
    const relay = await lab.relay({ keys: [key], models: { anthropic: ['claude-sonnet-4-5'] } })
    relay.setFault({ kind: 'models-huge' })
    await site.terminal(
      'add',
      'Work',
      '--url',
      relay.url,
      '--key-env',
      'RELAY_KEY',
      '--tools',
      'claude',
      '--model',
      'claude=claude-sonet-4.5',
    )
    await app.getByRole('button', { name: 'More actions for Work' }).click()
    await app.getByRole('menuitem', { name: 'Test connection…' }).click()
    const dialog = app.getByRole('dialog', { name: 'Test the connection of Work' })
    await dialog.getByRole('button', { name: 'Start test' }).click()
    await expect(dialog.getByText('Fails', { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Claude Code', exact: true }).click()
    await expect(dialog.getByText('10000', { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Take claude-sonnet-4-5 into the profile' }).click()
    await expect(dialog.getByText(/The profile now says claude-sonnet-4-5/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Test again' }).click()
    await expect(dialog.getByText('Works', { exact: true })).toBeVisible()
    await expect(dialog.getByRole('region', { name: 'Protocols' })).toContainText('Anthropic Messages')
    expect(await faults(app)).toEqual([])
  } finally {
    await lab.close()
  }
})

test('the fastest of several endpoints is measured, taken, and kept', async ({ app, site }) => {
  const lab = startLab()
  try {
    const [slow, fast] = [await lab.relay({ keys: [key] }), await lab.relay({ keys: [key] })]
    slow.setFault({ kind: 'slow-first-byte', ms: 300 })
    const dead = await lab.refused()
    await app.keyboard.press('Control+Shift+n')
    const form = app.getByRole('dialog', { name: 'New profile' })
    await form.getByLabel('Relay URL').fill(slow.url)
    await form.getByRole('button', { name: 'Add another endpoint' }).click()
    await form.getByLabel('Further endpoint 1').fill(`${fast.url}/v1`)
    await form.getByRole('button', { name: 'Add another endpoint' }).click()
    await form.getByLabel('Further endpoint 2').fill(dead.url)
    await form.getByLabel('API key', { exact: true }).fill(key)
    await form.getByLabel('Name', { exact: true }).fill('Work')
    await form.getByRole('button', { name: 'Add profile' }).click()
    await expect(form).toBeHidden()
    await app.getByRole('button', { name: 'More actions for Work' }).click()
    await app.getByRole('menuitem', { name: 'Test connection…' }).click()
    const list = app.getByRole('dialog', { name: 'Test the connection of Work' }).getByRole('region', { name: 'Endpoints' })
    await list.getByRole('button', { name: 'Compare' }).click()
    await list.getByRole('button', { name: 'Use the fastest' }).click()
    await expect(list.getByText('The profile has the fastest.')).toBeVisible()
    await expect(list.getByText(/refuses|refused|listens/i)).toBeVisible()
    expect(await faults(app)).toEqual([])
    expect(await site.terminal('show', 'Work')).toMatch(new RegExp(`url +${fast.url}\\s+endpoint +${slow.url}\\s+endpoint +${dead.url}`))
  } finally {
    await lab.close()
  }
})
