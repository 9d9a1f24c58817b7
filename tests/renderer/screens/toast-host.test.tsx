// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openApp } from '../support'

afterEach(cleanup)
afterEach(() => void vi.useRealTimers())

const dialog = () => within(screen.getByRole('dialog'))

describe('a message', () => {
  it('that comes while a dialog is open is shown within it, and in the corner once it is closed', async () => {
    const { store, user } = await openApp()
    store.getState().openOverlay({ kind: 'form' })
    await screen.findByRole('dialog')
    store.getState().notify({ kind: 'copied' })
    const message = await dialog().findByText('Copied')
    expect(message.closest('[aria-live="polite"]')).not.toBeNull()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await screen.findByText('Copied')
  })

  it('that was there before a dialog stays in the corner, and its time does not run until that is closed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { store } = await openApp()
    store.getState().notify({ kind: 'copied' })
    await screen.findByText('Copied')
    store.getState().openOverlay({ kind: 'form' })
    await screen.findByRole('dialog')
    expect(dialog().queryByText('Copied')).toBeNull()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(screen.queryByText('Copied')).not.toBeNull()
    store.getState().closeOverlay()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(screen.queryByText('Copied')).toBeNull()
  })

  it('goes to the dialog on top, and can be put away there', async () => {
    const { store, user } = await openApp()
    store.getState().openOverlay({ kind: 'form' })
    await screen.findByRole('dialog')
    store.setState({ unlocking: true })
    const top = within(await screen.findByRole('dialog', { name: /unlock/i }))
    store.getState().notify({ kind: 'copied' })
    await top.findByText('Copied')
    await user.click(top.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText('Copied')).toBeNull()
  })
})
