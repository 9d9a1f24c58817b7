// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { giveSize } from '../give-size'
import { openApp } from '../support'

beforeAll(giveSize)
afterEach(cleanup)

describe('the history screen', () => {
  it('says that nothing was written yet', async () => {
    const { user } = await openApp()
    await user.click(screen.getByRole('button', { name: 'History' }))
    expect(await screen.findByText('Nothing written yet')).toBeTruthy()
  })
  it('unfolds the lines of an entry and undoes it', async () => {
    const { user, store } = await openApp()
    await store.getState().switchNow('harbor')
    await user.click(screen.getByRole('button', { name: 'History' }))
    await user.click(await screen.findByRole('button', { name: /Switched to Harbor/, expanded: false }))
    expect(screen.getAllByRole('figure')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Undo: Switched to Harbor (team key)' }))
    expect(await screen.findByText('Undid: Switched to Harbor (team key)')).toBeTruthy()
    expect(screen.getByText('undone')).toBeTruthy()
  })
  it('offers the way back to before Switchyard, with a preview', async () => {
    const { user, host } = await openApp()
    await user.click(screen.getByRole('button', { name: 'History' }))
    await user.click(await screen.findByRole('button', { name: 'More actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Back to before Switchyard…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Back to what stood before Switchyard' }))
    await dialog.findAllByRole('figure')
    await user.click(dialog.getByRole('button', { name: 'Restore' }))
    await waitFor(() => expect(host.calls.some((call) => call.method === 'switch.restore')).toBe(true))
  })
})

describe('the settings screen', () => {
  const open = async (prepare?: Parameters<typeof openApp>[1]) => {
    const opened = await openApp('working', prepare)
    await opened.user.click(screen.getByRole('button', { name: 'Settings' }))
    await screen.findByRole('heading', { name: 'Settings' })
    await screen.findByRole('radiogroup', { name: 'Theme' })
    return opened
  }
  it('changes theme and language of the page', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('radio', { name: 'Dark' }))
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'))
    await user.click(screen.getByRole('radio', { name: '简体中文' }))
    expect(await screen.findByRole('heading', { name: '设置' })).toBeTruthy()
    expect(document.documentElement.lang).toBe('zh-Hans')
  })
  it('hides what this shell cannot do', async () => {
    await open((host) => {
      host.state.host = {
        ...host.state.host,
        shell: 'web',
        can: { reveal: false, tray: false, launchAtLogin: false, openLink: false, copyKey: false },
      }
    })
    expect(screen.queryByRole('switch')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Show folder' })).toBeNull()
    expect(screen.getByText('/home/ada/.config/Switchyard')).toBeTruthy()
  })
  it('saves a history limit only when it is possible', async () => {
    const { user, host } = await open()
    const field = screen.getByLabelText('History entries to keep')
    await user.clear(field)
    await user.type(field, '5{Enter}')
    expect(screen.getByText('Enter a number from 10 to 100000.')).toBeTruthy()
    expect(host.state.settings.historyLimit).toBe(1000)
    await user.type(field, '00{Enter}')
    await waitFor(() => expect(host.state.settings.historyLimit).toBe(500))
  })
})

describe('the app', () => {
  it('says that the session has ended, and how to go on', async () => {
    const { store } = await openApp()
    store.getState().setConnection('ended')
    expect((await screen.findByRole('alert')).textContent).toContain('switchyard serve')
  })
  it('says that the server is lost, and keeps everything on screen', async () => {
    const { store } = await openApp()
    store.getState().setConnection('lost')
    expect(await screen.findByText('Switchyard does not answer. Trying again…')).toBeTruthy()
    expect(screen.getByTestId('profile-harbor')).toBeTruthy()
  })
})
