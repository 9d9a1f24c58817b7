// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeHost } from '../../support/fake-api'
import { drawApp } from '../support'

afterEach(cleanup)

describe('the start', () => {
  it('says why it failed and tries again', async () => {
    const host = createFakeHost()
    host.failNext('profiles.list')
    const store = drawApp(host)
    await store.getState().start()
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Profiles' })).toBeTruthy()
  })
  it('shows nothing at first, then its name, and a bar only when it takes longer than a second', async () => {
    const host = createFakeHost({ delay: 2500 })
    const store = drawApp(host)
    const started = store.getState().start()
    expect(screen.queryByRole('heading')).toBeNull()
    expect(await screen.findByRole('heading', { name: 'Switchyard' })).toBeTruthy()
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(await screen.findByRole('progressbar', { name: 'Loading' }, { timeout: 2000 })).toBeTruthy()
    await started
  })
  it('keeps a form open when the tray asks for another screen', async () => {
    const host = createFakeHost()
    const store = drawApp(host)
    await store.getState().start()
    store.getState().openOverlay({ kind: 'form' })
    await userEvent.type(await screen.findByLabelText('Relay URL'), 'https://r')
    host.emit('show-screen', { screen: 'history' })
    await screen.findByText('History', { selector: 'h1' })
    expect((await screen.findByLabelText<HTMLInputElement>('Relay URL')).value).toBe('https://r')
  })
})
