// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from '../support'

afterEach(cleanup)

async function openPanel(name: RegExp) {
  const opened = await openApp('trouble')
  await opened.user.click(screen.getByRole('button', { name }))
  return { ...opened, dialog: within(await screen.findByRole('dialog')) }
}

describe('the state of a tool', () => {
  it('shows what was changed by hand and takes it into the profile', async () => {
    const { dialog, user, host, store } = await openPanel(/Claude Code: Changed by hand/)
    expect(dialog.getByText('env.ANTHROPIC_BASE_URL')).toBeTruthy()
    expect(dialog.getByText('https://relay.harbor.example/openai')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Take into the profile' }))
    await waitFor(() => expect(store.getState().status[0]?.state).toBe('in-sync'))
    expect(host.calls.find((call) => call.method === 'profiles.adopt')?.input).toEqual({ tool: 'claude', id: 'harbor' })
  })
  it('offers to apply the profile again, with the preview', async () => {
    const { dialog, user } = await openPanel(/Claude Code: Changed by hand/)
    await user.click(dialog.getByRole('button', { name: 'Apply the profile again…' }))
    expect(await screen.findByRole('dialog', { name: 'Switch Claude Code to Harbor (team key)' })).toBeTruthy()
  })
  it('leaves everything as it is when asked to', async () => {
    const { dialog, user, host } = await openPanel(/Claude Code: Changed by hand/)
    const count = host.calls.length
    await user.click(dialog.getByRole('button', { name: 'Leave as it is' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(host.calls).toHaveLength(count)
  })
  it('saves a foreign relay as a new profile', async () => {
    const { dialog, user, host } = await openPanel(/Codex: Foreign relay/)
    const name = dialog.getByLabelText<HTMLInputElement>('Name of the profile')
    expect(name.value).toBe('old-relay.example')
    await user.click(dialog.getByRole('button', { name: 'Save as a profile' }))
    await screen.findByText('old-relay.example now says what the file says')
    expect(host.calls.find((call) => call.method === 'profiles.adopt')?.input).toEqual({ tool: 'codex', name: 'old-relay.example' })
  })
  it('tells where an unreadable file is wrong, and looks again', async () => {
    const { dialog, user, host } = await openPanel(/Gemini CLI: Unreadable/)
    expect(dialog.getByRole('alert').textContent).toContain('/home/ada/.gemini/settings.json:7:3')
    const count = host.calls.filter((call) => call.method === 'tools.status').length
    await user.click(dialog.getByRole('button', { name: 'Check again' }))
    expect(host.calls.filter((call) => call.method === 'tools.status')).toHaveLength(count + 1)
  })
})
