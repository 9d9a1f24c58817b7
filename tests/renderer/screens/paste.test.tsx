// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type Opened, openApp } from '../support'

afterEach(cleanup)

const dialog = () => within(screen.getByRole('dialog'))
async function paste(text: string, scenario: 'working' | 'first-run' = 'working'): Promise<Opened> {
  const opened = await openApp(scenario)
  opened.store.getState().openOverlay({ kind: 'paste', text })
  await dialogOpens()
  return opened
}
const dialogOpens = () => screen.findByRole('dialog', { name: 'Add a relay' })
const sent = ({ host }: Opened, method: string) => host.calls.findLast((call) => call.method === method)?.input
const changes = () => dialog().getByRole<HTMLButtonElement>('button', { name: 'See the changes' })

describe('pasted text', () => {
  it('cannot be saved while something else stands in the field than what was recognised', async () => {
    const opened = await paste('https://one.example sk-one-1111')
    await waitFor(() => expect(changes().disabled).toBe(false))
    const { recognise } = opened.store.getState()
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    opened.store.setState({ recognise: (text, previous) => held.then(() => recognise(text, previous)) })
    const field = dialog().getByLabelText('Paste anything')
    await opened.user.clear(field)
    await opened.user.paste('https://two.example sk-two-2222')
    expect(changes().disabled).toBe(true)
    expect(dialog().getByRole<HTMLButtonElement>('button', { name: 'Fill in by hand' }).disabled).toBe(true)
    await opened.user.keyboard('{Control>}{Enter}{/Control}')
    expect(sent(opened, 'paste.save')).toBeUndefined()
    goOn()
    await waitFor(() => expect(changes().disabled).toBe(false))
    await opened.user.click(changes())
    await waitFor(() => expect(opened.host.state.profiles.at(-1)?.relay).toMatchObject({ url: 'https://two.example', key: 'sk-two-2222' }))
  })
  it('shows the base URLs and the models of its own relay, never of the one before', async () => {
    const opened = await paste('https://one.example sk-one-1111')
    expect((await screen.findByTestId('paste-url-codex')).textContent).toBe('https://one.example/v1')
    const field = dialog().getByLabelText('Paste anything')
    opened.host.failNext('profiles.derive')
    await opened.user.clear(field)
    await opened.user.paste('https://two.example sk-two-2222')
    await screen.findByText('The disk is full.')
    expect(screen.queryByTestId('paste-url-codex')).toBeNull()
    expect(screen.queryByText('The relay takes this key')).toBeNull()
    expect(changes().disabled).toBe(true)
    expect(dialog().getByRole<HTMLButtonElement>('button', { name: 'Fill in by hand' }).disabled).toBe(false)
  })
  it('is named by its host, or as the user says, and never like another profile', async () => {
    const opened = await paste('https://api.northline.example sk-one-1111')
    const name = await dialog().findByLabelText<HTMLInputElement>('Name')
    expect(name.value).toBe('api.northline.example')
    await opened.user.clear(name)
    await opened.user.type(name, 'Northline')
    expect(await dialog().findByText('Another profile has this name.')).toBeTruthy()
    expect(changes().disabled).toBe(true)
    await opened.user.type(name, ' 2')
    await opened.user.click(changes())
    await waitFor(() => expect(sent(opened, 'paste.save')).toMatchObject({ profile: { name: 'Northline 2' } }))
  })
})

describe('a pasted key of a relay that is there', () => {
  it('can become a further key of its profile, and be used at once', async () => {
    const opened = await paste('https://api.northline.example sk-second-1111')
    const { user, host } = opened
    expect(await dialog().findByText('Northline uses this relay already, with another key.')).toBeTruthy()
    expect(dialog().getByRole('radio', { name: 'A new profile', checked: true })).toBeTruthy()
    await user.click(dialog().getByRole('radio', { name: 'A further key of it' }))
    expect(dialog().queryByLabelText('Name')).toBeNull()
    await user.type(dialog().getByLabelText('Label'), 'team')
    await user.click(dialog().getByRole('button', { name: 'Add the key' }))
    await screen.findByRole('dialog', { name: 'Northline has the key now' })
    expect(sent(opened, 'paste.addKey')).toMatchObject({ profileId: 'northline', label: 'team' })
    expect(host.calls.some(({ method }) => method === 'paste.save' || method === 'paste.forget')).toBe(false)
    await user.click(dialog().getByRole('button', { name: 'Use it now' }))
    await waitFor(() => expect(sent(opened, 'keys.use')).toMatchObject({ profileId: 'northline' }))
    expect(await screen.findByText('Northline uses the key team')).toBeTruthy()
  })
  it('is named when the profile has that very key: a switch to it is offered, or the use of the key', async () => {
    const opened = await paste('https://api.northline.example sk-northline-4f9a02c7d1e8b36a5577')
    expect(await dialog().findByText('Northline has this relay and key already.')).toBeTruthy()
    expect(dialog().queryByRole('radio')).toBeNull()
    await opened.user.click(dialog().getByRole('button', { name: 'Switch to it…' }))
    await screen.findByRole('dialog', { name: 'Switch to Northline' })
  })
  it('is named when the profile has that very key beside the one in use', async () => {
    const opened = await openApp()
    await opened.store.getState().addKey('northline', 'sk-spare-1111', { label: 'spare' })
    opened.store.getState().openOverlay({ kind: 'paste', text: 'https://api.northline.example sk-spare-1111' })
    await dialogOpens()
    expect(await dialog().findByText('Northline has this key already, as spare, but uses another one.')).toBeTruthy()
    await opened.user.click(dialog().getByRole('button', { name: 'Use it now' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText('Northline uses the key spare')).toBeTruthy()
  })
})
