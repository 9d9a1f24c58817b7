// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { acceleratorOf } from '../../../renderer/screens/settings/accelerator'
import { text } from '../../../shared/model/text'
import { openApp } from '../support'

afterEach(cleanup)

const open = async (prepare?: Parameters<typeof openApp>[1]) => {
  const opened = await openApp('working', prepare)
  await opened.user.keyboard('{Control>},{/Control}')
  await screen.findByRole('radiogroup', { name: 'Theme' })
  return opened
}

describe('the settings', () => {
  it('are found by their words, and say when none is', async () => {
    const { user } = await open()
    await user.type(screen.getByRole('searchbox', { name: 'Search settings' }), 'tray')
    await waitFor(() => expect(screen.queryByRole('radiogroup', { name: 'Theme' })).toBeNull())
    expect(screen.getByRole('switch', { name: 'Close to the tray' })).toBeTruthy()
    await user.clear(screen.getByRole('searchbox', { name: 'Search settings' }))
    await user.type(screen.getByRole('searchbox', { name: 'Search settings' }), 'zzz')
    expect(await screen.findByText('No setting matches “zzz”.')).toBeTruthy()
  })
  it('keep a folder of a tool, and show the line that tells the tool', async () => {
    const { user, host } = await open()
    await user.type(screen.getByLabelText('Folder of Codex'), '/data/it’s/codex{Enter}')
    await waitFor(() => expect(host.state.settings.toolFolders).toEqual({ codex: '/data/it’s/codex' }))
    expect(await screen.findByText("export CODEX_HOME='/data/it’s/codex'")).toBeTruthy()
  })
  it('show a refusal at the field, with its cure, and keep what was typed', async () => {
    const { user, host } = await open()
    host.failNext('settings.set', { message: text('It is a file.', '是文件。'), hint: text('Choose another.', '请换一个。') })
    const field = screen.getByLabelText<HTMLInputElement>('Folder of Codex')
    await user.type(field, '/etc/hosts{Enter}')
    expect(await screen.findByText('It is a file.')).toBeTruthy()
    expect(field.value).toBe('/etc/hosts')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await user.keyboard('{Escape}')
    expect(field.value).toBe('')
  })
  it('ask for the address of a proxy before they keep it', async () => {
    const { user, host } = await open()
    await user.click(screen.getByRole('radio', { name: 'Proxy' }))
    expect(host.state.settings.proxy).toBe('')
    await user.type(screen.getByLabelText('Proxy URL'), 'http://127.0.0.1:7890{Enter}')
    await waitFor(() => expect(host.state.settings.proxy).toBe('http://127.0.0.1:7890'))
    await user.click(screen.getByRole('radio', { name: 'Direct' }))
    await waitFor(() => expect(host.state.settings.proxy).toBe('direct'))
    expect(screen.queryByLabelText('Proxy URL')).toBeNull()
  })
  it('give ccswitch:// links to Switchyard and back; not in a browser', async () => {
    const { user, host } = await open()
    const toggle = screen.getByRole('switch', { name: 'Open ccswitch:// links' })
    await user.click(toggle)
    await waitFor(() => expect(host.state.settings.claimCcswitch).toBe(true))
    await user.click(toggle)
    await waitFor(() => expect(host.state.settings.claimCcswitch).toBe(false))
    cleanup()
    await open((browser) => {
      browser.state.host = { ...browser.state.host, shell: 'web' }
    })
    expect(screen.queryByRole('switch', { name: 'Open ccswitch:// links' })).toBeNull()
  })
  it('record the keys that open the window, and refuse a key that other apps need', async () => {
    const { user, host } = await open()
    const field = screen.getByRole('button', { name: /Open from anywhere/ })
    await user.click(field)
    fireEvent.keyDown(field, { key: 'a', code: 'KeyA' })
    expect(await screen.findByText(/other apps need this key/)).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Å', code: 'KeyA', ctrlKey: true, altKey: true })
    await waitFor(() => expect(host.state.settings.globalShortcut).toBe('Control+Alt+A'))
    await user.click(screen.getByRole('button', { name: 'Remove the shortcut' }))
    await waitFor(() => expect(host.state.settings.globalShortcut).toBe(''))
  })
  it('hide what only the desktop can do', async () => {
    await open((host) => {
      host.state.host = {
        ...host.state.host,
        shell: 'web',
        can: { reveal: false, tray: false, launchAtLogin: false, openLink: false, copyKey: false },
      }
    })
    expect(screen.queryByRole('switch')).toBeNull()
    expect(screen.queryByRole('button', { name: /Open from anywhere/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Window and start' })).toBeNull()
    expect(screen.getByLabelText('Folder of Codex')).toBeTruthy()
  })
})

describe('an accelerator', () => {
  const press = (code: string, more: Partial<KeyboardEvent> = {}) => ({
    code,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  })
  it('is written as Electron wants it', () => {
    expect(acceleratorOf(press('KeyS', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('Control+Shift+S')
    expect(acceleratorOf(press('Space', { metaKey: true, altKey: true }), 'darwin')).toBe('Command+Alt+Space')
    expect(acceleratorOf(press('Digit1', { metaKey: true }), 'win32')).toBe('Super+1')
    expect(acceleratorOf(press('F9'), 'linux')).toBe('F9')
    expect(acceleratorOf(press('KeyS', { shiftKey: true }), 'linux')).toBeUndefined()
  })
})
