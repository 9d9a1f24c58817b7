// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from '../support'

afterEach(cleanup)

async function openHarbor() {
  const opened = await openApp()
  await opened.user.click(screen.getByRole('button', { name: 'More actions for Harbor (team key)' }))
  await opened.user.click(await screen.findByRole('menuitem', { name: 'Test connection…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Test the connection of Harbor (team key)' }))
  return { ...opened, dialog }
}

describe('the connection test on screen', () => {
  it('shows the last result on the profile’s row', async () => {
    await openApp()
    expect(await screen.findByRole('button', { name: 'Last test of Northline: Works, 1.0 s' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Last test of Harbor (team key): Fails' })).toBeTruthy()
  })
  it('says what it will cost before anything is sent', async () => {
    const { user, host, dialog } = await openHarbor()
    expect(dialog.getByText(/Asks 2 models for one word each/)).toBeTruthy()
    await user.click(dialog.getByRole('radio', { name: 'Free' }))
    expect(dialog.getByText(/Costs no tokens/)).toBeTruthy()
    expect(host.calls.some((call) => call.method === 'connection.test')).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Start test' }))
    await dialog.findByText('The test has ended.')
    expect(dialog.getByText('Reached')).toBeTruthy()
  })
  it('asks once more before the deep test', async () => {
    const { user, host, dialog } = await openHarbor()
    await user.click(dialog.getByRole('radio', { name: 'Deep' }))
    await user.click(dialog.getByRole('button', { name: 'Start test' }))
    const alert = within(await screen.findByRole('alertdialog'))
    expect(host.calls.some((call) => call.method === 'connection.test')).toBe(false)
    await user.click(alert.getByRole('button', { name: 'Start test' }))
    await waitFor(() => expect(host.calls.some((call) => JSON.stringify(call.input).includes('"deep":true'))).toBe(true))
  })
  it('takes one of the nearest models with one click', async () => {
    const { user, host, dialog } = await openHarbor()
    await user.click(dialog.getByRole('button', { name: 'Codex', expanded: false }))
    await user.click(dialog.getByRole('button', { name: 'Take gpt-5-codex into the profile' }))
    expect(await dialog.findByText(/The profile now says gpt-5-codex/)).toBeTruthy()
    expect(host.state.profiles.find(({ id }) => id === 'harbor')?.tools.codex?.models.main).toBe('gpt-5-codex')
  })
  it('copies a step as a command, with the key only when told to', async () => {
    const { user, host, dialog } = await openHarbor()
    await user.click(dialog.getByRole('button', { name: 'Codex', expanded: false }))
    const asked = () => host.calls.filter((call) => call.method === 'connection.curl').map((call) => call.input)
    await user.click(dialog.getByRole('button', { name: 'Copy as curl: Model list' }))
    await waitFor(() => expect(asked()).toMatchObject([{ step: 'models', shell: 'bash', reveal: false }]))
    await user.click(dialog.getByRole('radio', { name: 'PowerShell' }))
    await user.click(dialog.getByRole('switch', { name: 'Copy with the key in it' }))
    await user.click(dialog.getByRole('button', { name: 'Copy as curl: Model list' }))
    await waitFor(() => expect(asked()[1]).toMatchObject({ shell: 'powershell', reveal: true }))
  })
  it('draws how long each phase took, and how long the tests of before, and says both in words', async () => {
    const { user } = await openApp()
    await user.click(await screen.findByRole('button', { name: 'Last test of Northline: Works, 1.0 s' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getAllByRole('img', { name: /^\d+ tests?: .+ to .+, \d+ without an answer$/ }).length).toBeGreaterThan(0)
    await user.click(dialog.getByRole('button', { name: 'Claude Code', expanded: false }))
    expect(dialog.getAllByRole('img', { name: /^Phases: .*TLS \d+ ms.*/ }).length).toBeGreaterThan(0)
  })
  it('compares the endpoints, takes the fastest with one click, and says how the tools get it', async () => {
    const { user, host, dialog } = await openHarbor()
    const list = within(dialog.getByRole('region', { name: 'Endpoints' }))
    await user.click(list.getByRole('button', { name: 'Compare' }))
    await user.click(await list.findByRole('button', { name: 'Use the fastest' }))
    await list.findByText('The profile has the fastest.')
    const { url, endpoints } = host.state.profiles.find(({ id }) => id === 'harbor')?.relay ?? {}
    expect([url, endpoints]).toEqual([
      'https://asia.harbor.example/openai',
      ['https://relay.harbor.example/openai', 'https://eu.harbor.example/openai', 'https://old.harbor.example/openai'],
    ])
    await user.click(list.getByRole('button', { name: 'Use https://eu.harbor.example/openai' }))
    await list.findByText('A change reaches the tools with the next switch.')
  })
  it('ends a comparison that nobody looks at any more', async () => {
    const { user, host, dialog } = await openHarbor()
    await user.click(dialog.getByRole('button', { name: 'Compare' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(host.calls.some((call) => call.method === 'connection.cancel')).toBe(true))
  })
  it('shows the ways side by side after the deep test: direct, the system’s proxy, IPv4, IPv6', async () => {
    const { user, dialog } = await openHarbor()
    await user.click(dialog.getByRole('radio', { name: 'Deep' }))
    await user.click(dialog.getByRole('button', { name: 'Start test' }))
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Start test' }))
    await dialog.findByText('The test has ended.')
    await user.click(dialog.getByRole('button', { name: 'Claude Code', expanded: false }))
    expect(dialog.getByText('127.0.0.1:7890')).toBeTruthy()
    const ways = [...dialog.getByLabelText('Ways to the relay').querySelectorAll('dt, dd.nums')].map(({ textContent }) => textContent)
    expect(ways).toEqual(['Direct', '640 ms', 'System’s proxy', '702 ms', 'IPv4', '640 ms', 'IPv6', '–'])
  })
  it('shows the limits that the relay tells of, and the times of earlier tests as a line', async () => {
    const { user } = await openApp()
    await user.click(screen.getByRole('button', { name: 'Last test of Northline: Works, 1.0 s' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Claude Code', expanded: false }))
    expect(dialog.getByText('requests 58/60')).toBeTruthy()
    expect(dialog.getAllByRole('img', { name: /tests/ }).length).toBeGreaterThan(0)
  })
  it('links what it found to the documentation of its trouble, without leaving the test', async () => {
    const { user, dialog } = await openHarbor()
    await user.click(dialog.getByRole('button', { name: 'Codex', expanded: false }))
    const link = dialog.getAllByRole('link', { name: /^About this check/ })[0]
    expect(link?.getAttribute('href')).toBe('./#diagnostics/relay-model')
    if (link) await user.click(link)
    await screen.findByRole('dialog', { name: 'What every check means' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'What every check means' })).toBeNull())
    expect(screen.getByRole('dialog', { name: 'Test the connection of Harbor (team key)' })).toBeTruthy()
  })
  it('shows which protocols the relay speaks, and when that was found', async () => {
    const { dialog } = await openHarbor()
    const strip = await dialog.findByRole('region', { name: 'Protocols' })
    expect(strip.textContent).toMatch(/Spoken:OpenAI Responses .*2026/)
  })
})
