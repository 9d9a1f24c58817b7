// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from '../support'

afterEach(cleanup)

const open = async (prepare?: Parameters<typeof openApp>[1]) => {
  const opened = await openApp('working', prepare)
  await opened.user.keyboard('{Control>}k{/Control}')
  const input = await screen.findByRole('combobox')
  return { ...opened, input }
}
const options = () => screen.getAllByRole('option').map((one) => one.textContent)

describe('the command palette', () => {
  it('opens with Ctrl+K, runs an action and closes', async () => {
    const { user, host } = await open()
    await user.keyboard('theme dark')
    await waitFor(() => expect(options()).toEqual(['Theme: dark']))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(host.state.settings.theme).toBe('dark'))
    expect(screen.queryByRole('combobox')).toBeNull()
  })
  it('shows what a switch would write before it is written', async () => {
    const { user, host } = await open()
    await user.keyboard('harbor{Enter}')
    expect(await screen.findByRole('dialog', { name: 'Switch to Harbor (team key)' })).toBeTruthy()
    expect(host.calls.some(({ method }) => method === 'switch.apply')).toBe(false)
  })
  it('switches one tool in two words', async () => {
    const { user, store } = await open()
    await user.keyboard('codex harbor')
    await waitFor(() => expect(options()[0]).toContain('Switch Codex…'))
    await user.keyboard('{Enter}')
    expect(store.getState().plan?.request).toMatchObject({ profileId: 'harbor', tools: ['codex'] })
  })
  it('has a page for each profile, and a way back', async () => {
    const { user, store } = await open()
    await user.keyboard('harbor')
    await waitFor(() => expect(options()[0]).toContain('Harbor'))
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(options()).toContain('Edit…'))
    await user.keyboard('{Backspace}')
    await waitFor(() => expect(options()).toContain('Test all connections…'))
    await user.keyboard('harbor')
    await waitFor(() => expect(options()[0]).toContain('Harbor'))
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(options()).toContain('Edit…'))
    await user.keyboard('edit{Enter}')
    expect(store.getState().overlay).toEqual({ kind: 'form', id: 'harbor' })
  })
  it('offers only what can be done here and now', async () => {
    await open((host) => {
      host.state.host = { ...host.state.host, can: { ...host.state.host.can, reveal: false } }
    })
    expect(options()).not.toContain('Open the data folder')
    expect(options()).not.toContain('Copy the redacted report')
    expect(options()).not.toContain('Theme: as the system')
  })
  it('says so when nothing matches', async () => {
    const { user } = await open()
    await user.keyboard('zzzz')
    expect(await screen.findByText('Nothing matches “zzzz”.')).toBeTruthy()
  })
})

describe('the keyboard', () => {
  it('switches to the nth profile with a preview, and without one with Alt', async () => {
    const { user, store, host } = await openApp()
    await user.keyboard('{Control>}2{/Control}')
    expect(store.getState().plan?.request).toMatchObject({ profileId: 'harbor' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(store.getState().plan).toBeNull())
    await user.keyboard('{Control>}{Alt>}2{/Alt}{/Control}')
    await waitFor(() => expect(host.calls.find(({ method }) => method === 'switch.apply')?.input).toMatchObject({ profileId: 'harbor' }))
  })
  it('adds a relay with Ctrl+N, by hand with Shift as well, and pastes with Ctrl+V', async () => {
    const { user, store } = await openApp()
    await user.keyboard('{Control>}n{/Control}')
    expect(store.getState().overlay).toEqual({ kind: 'paste', text: '' })
    store.getState().closeOverlay()
    await user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}')
    expect(store.getState().overlay).toEqual({ kind: 'form' })
    store.getState().closeOverlay()
    await user.click(document.body)
    await user.paste('https://relay.example sk-abcdefghijkl')
    expect(store.getState().overlay).toEqual({ kind: 'paste', text: 'https://relay.example sk-abcdefghijkl' })
  })
  it('leaves a paste alone that is for a field, that is empty, or that comes while something is open', async () => {
    const { user, store } = await openApp()
    await user.paste('  \n')
    expect(store.getState().overlay).toBeNull()
    await user.click(screen.getByRole('searchbox', { name: 'Search profiles' }))
    await user.paste('https://relay.example')
    expect(store.getState().overlay).toBeNull()
    expect(store.getState().query).toBe('https://relay.example')
    store.getState().openOverlay({ kind: 'keys' })
    await screen.findByRole('dialog', { name: 'Keyboard map' })
    await user.paste('https://relay.example')
    expect(store.getState().overlay).toEqual({ kind: 'keys' })
  })
  it('shows its map with ?, made of the same list', async () => {
    const { user } = await openApp()
    await user.keyboard('?')
    const map = within(await screen.findByRole('dialog', { name: 'Keyboard map' }))
    expect(map.getByText('Command palette')).toBeTruthy()
    expect(map.getByText('Undo last switch')).toBeTruthy()
  })
  it('leaves a ? that is typed into a field alone', async () => {
    const { user, store } = await openApp()
    await user.click(screen.getByRole('searchbox', { name: 'Search profiles' }))
    await user.keyboard('?')
    expect(store.getState().query).toBe('?')
    expect(store.getState().overlay).toBeNull()
  })
})
