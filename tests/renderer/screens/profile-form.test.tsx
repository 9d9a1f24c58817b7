// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type Opened, openApp } from '../support'

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  localStorage.clear()
})

const sheet = () => within(screen.getByRole('dialog'))
async function openNew(): Promise<Opened> {
  const opened = await openApp()
  await opened.user.click(screen.getByRole('button', { name: 'Add profile' }))
  await opened.user.click(await screen.findByRole('button', { name: 'Fill in by hand' }))
  await screen.findByRole('dialog', { name: 'New profile' })
  return opened
}
const sent = (opened: Opened, method: string) => opened.host.calls.find((call) => call.method === method)?.input

describe('the profile form', () => {
  it('shows live what each tool gets from a pasted URL, and what was changed', async () => {
    const { user } = await openNew()
    await user.type(sheet().getByLabelText('Relay URL'), 'relay.example/v1/messages')
    expect(await screen.findByText(/Added https:\/\/ in front. Took \/v1\/messages off the end/)).toBeTruthy()
    expect(screen.getByTestId('derived-codex').textContent).toBe('https://relay.example/v1')
    expect(screen.getByTestId('derived-claude').textContent).toBe('https://relay.example')
    expect(sheet().getByRole('button', { name: 'Copy the URL for OpenAI SDK' })).toBeTruthy()
  })
  it('adds a profile named after its host', async () => {
    const opened = await openNew()
    await opened.user.type(sheet().getByLabelText('Relay URL'), 'https://relay.example')
    await opened.user.type(sheet().getByLabelText('API key'), ' sk-abcdefghijkl ')
    await screen.findByTestId('derived-codex')
    await opened.user.click(sheet().getByRole('button', { name: 'Add profile' }))
    await screen.findByText('relay.example is saved')
    expect(sent(opened, 'profiles.add')).toMatchObject({
      profile: { name: 'relay.example', relay: { url: 'https://relay.example', key: 'sk-abcdefghijkl' } },
    })
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  it('lets tools ask for the key, and says of each tool what that means', async () => {
    const opened = await openNew()
    await opened.user.type(sheet().getByLabelText('Relay URL'), 'https://relay.example')
    await opened.user.type(sheet().getByLabelText('API key'), 'sk-abcdefghijkl')
    expect(sheet().queryByText(/cannot ask a command/)).toBeNull()
    await opened.user.selectOptions(sheet().getByLabelText('How tools get the key'), 'Asked from Switchyard at each start')
    expect(sheet().getByText(/Gemini CLI cannot ask a command: its key is written into its file, readable only by you/)).toBeTruthy()
    await opened.user.click(sheet().getByRole('switch', { name: 'Use for Gemini CLI' }))
    expect(sheet().queryByText(/cannot ask a command/)).toBeNull()
    await opened.user.click(sheet().getByRole('button', { name: 'Add profile' }))
    await screen.findByText('relay.example is saved')
    expect(sent(opened, 'profiles.add')).toMatchObject({ profile: { keyDelivery: 'command' } })
  })
  it('says what is wrong with the cure, keeps what was typed, and asks nothing of the host', async () => {
    const opened = await openNew()
    const key = sheet().getByLabelText('API key')
    await opened.user.type(key, 'sk-…1234')
    expect(await screen.findByText('This looks like a masked key.')).toBeTruthy()
    await opened.user.clear(key)
    await opened.user.click(sheet().getByRole('button', { name: 'Add profile' }))
    expect(await screen.findByText('A relay needs a URL.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(sheet().getByLabelText('Relay URL')))
    expect(sent(opened, 'profiles.add')).toBeUndefined()
  })
  it('saves an address that was corrected a moment ago: what was wrong with the one before holds nobody up', async () => {
    const opened = await openNew()
    const url = sheet().getByLabelText('Relay URL')
    await opened.user.type(sheet().getByLabelText('API key'), 'sk-abcdefghijkl')
    await opened.user.type(url, 'not an address')
    await waitFor(() => expect(url.getAttribute('aria-invalid')).toBe('true'))
    fireEvent.change(url, { target: { value: 'https://relay.example' } })
    fireEvent.submit(url)
    await screen.findByText('relay.example is saved')
    expect(sent(opened, 'profiles.add')).toMatchObject({ profile: { relay: { url: 'https://relay.example' } } })
  })
  it('shows the host’s refusal beside the form', async () => {
    const { user, host } = await openNew()
    await user.type(sheet().getByLabelText('Relay URL'), 'https://relay.example')
    await user.type(sheet().getByLabelText('API key'), 'sk-abcdefghijkl')
    host.failNext('profiles.add')
    await user.click(sheet().getByRole('button', { name: 'Add profile' }))
    expect((await sheet().findByRole('alert')).textContent).toContain('The disk is full.')
    expect(sheet().getByLabelText<HTMLInputElement>('API key').value).toBe('sk-abcdefghijkl')
  })
  it('keeps the stored key when an edit leaves it empty', async () => {
    const opened = await openApp()
    await opened.user.click(screen.getByRole('button', { name: 'More actions for Harbor (team key)' }))
    await opened.user.click(await screen.findByRole('menuitem', { name: 'Edit…' }))
    const key = await screen.findByLabelText<HTMLInputElement>('API key')
    expect([key.value, key.placeholder]).toEqual(['', 'sk-…93be is stored'])
    await opened.user.click(sheet().getByRole('button', { name: 'Save' }))
    await screen.findByText('Harbor (team key) is saved')
    const input = sent(opened, 'profiles.edit') as { profile: { relay: object } }
    expect(input.profile.relay).toEqual({
      url: 'https://relay.harbor.example/openai',
      website: 'https://harbor.example',
      endpoints: ['https://asia.harbor.example/openai', 'https://eu.harbor.example/openai', 'https://old.harbor.example/openai'],
      notes: 'Billing renews on the 3rd.',
    })
  })
  it('draws models, options and further settings from the descriptor', async () => {
    const opened = await openNew()
    await opened.user.type(sheet().getByLabelText('Relay URL'), 'https://relay.example')
    await opened.user.type(sheet().getByLabelText('API key'), 'sk-abcdefghijkl')
    await opened.user.click(sheet().getByRole('button', { name: 'Details of Claude Code' }))
    await opened.user.type(sheet().getByLabelText('Main model'), 'big-model')
    await opened.user.click(sheet().getByRole('switch', { name: 'No telemetry' }))
    await opened.user.click(sheet().getByRole('button', { name: 'Add a setting for Claude Code' }))
    await opened.user.type(sheet().getByLabelText('Name of the setting'), 'API_TIMEOUT_MS')
    await opened.user.type(sheet().getByLabelText('Value of API_TIMEOUT_MS'), '600000')
    await opened.user.click(sheet().getByRole('switch', { name: 'Use for Gemini CLI' }))
    await opened.user.click(sheet().getByRole('button', { name: 'Add profile' }))
    await screen.findByText('relay.example is saved')
    expect(sent(opened, 'profiles.add')).toMatchObject({
      profile: {
        tools: {
          claude: { enabled: true, models: { main: 'big-model' }, options: { quiet: false }, extra: { API_TIMEOUT_MS: 600000 } },
          gemini: { enabled: false },
        },
      },
    })
  })
  it('previews the switch right after saving, when asked to', async () => {
    const { user } = await openNew()
    await user.type(sheet().getByLabelText('Relay URL'), 'https://relay.example')
    await user.type(sheet().getByLabelText('API key'), 'sk-abcdefghijkl')
    await user.click(sheet().getByRole('button', { name: 'Save and switch…' }))
    expect(await screen.findByRole('dialog', { name: 'Switch to relay.example' })).toBeTruthy()
  })
  it('asks before a draft is lost, keeps it without the key, and brings it back', async () => {
    const { user } = await openNew()
    await user.type(sheet().getByLabelText('Relay URL'), 'https://relay.example')
    await user.type(sheet().getByLabelText('API key'), 'sk-secret-draft-key')
    await user.keyboard('{Escape}')
    const alert = within(await screen.findByRole('alertdialog', { name: 'Keep your draft?' }))
    await user.click(alert.getByRole('button', { name: 'Keep draft' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain('sk-secret-draft-key')
    await user.click(screen.getByRole('button', { name: 'Add profile' }))
    await user.click(await screen.findByRole('button', { name: 'Fill in by hand' }))
    expect((await screen.findByLabelText<HTMLInputElement>('Relay URL')).value).toBe('https://relay.example')
    expect(screen.getByText(/Your draft is back/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(screen.getByLabelText<HTMLInputElement>('Relay URL').value).toBe('')
  })
  it('opens on a damaged draft', async () => {
    sessionStorage.setItem('switchyard.draft.new', '{"name":"Half')
    await openNew()
    expect(sheet().getByLabelText<HTMLInputElement>('Name').value).toBe('')
  })
  it('keeps a draft when a pasted relay is filled in by hand meanwhile, and keeps that one, too', async () => {
    const { user, store } = await openNew()
    await user.type(sheet().getByLabelText('Name'), 'Mine')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Keep draft' }))
    store.getState().openOverlay({ kind: 'form', prefill: { url: 'https://other.example', name: 'Other' } })
    const name = async () => within(await screen.findByRole('dialog')).getByLabelText<HTMLInputElement>('Name')
    expect((await name()).value).toBe('Other')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Keep draft' }))
    for (const expected of ['Mine', 'Other', '']) {
      store.getState().openOverlay({ kind: 'form' })
      expect((await name()).value).toBe(expected)
      if (expected === '') return
      await user.keyboard('{Escape}')
      await user.click(await screen.findByRole('button', { name: 'Discard' }))
    }
  })
  it('closes without a question when nothing was typed', async () => {
    const { user } = await openNew()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
  it('invites a newcomer to paste URL and key, and takes them along', async () => {
    const { user } = await openApp('first-run')
    await user.click(screen.getByLabelText('Paste anything'))
    await user.paste('https://relay.example sk-abcdefghijkl')
    await screen.findByText('The relay takes this key')
    await user.click(screen.getByRole('button', { name: 'Fill in by hand' }))
    await screen.findByRole('dialog', { name: 'New profile' })
    expect(sheet().getByLabelText<HTMLInputElement>('API key').placeholder).toContain('sk-…ijkl')
    await user.click(sheet().getByRole('button', { name: 'Add profile' }))
    expect(await screen.findByText('relay.example is saved')).toBeTruthy()
  })
})
