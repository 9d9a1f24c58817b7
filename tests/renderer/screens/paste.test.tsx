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

describe('a link', () => {
  const waits = 'The link is shown when this dialog is closed.'

  it('that comes while a form is open waits until that is closed', async () => {
    const { host, store, user } = await openApp()
    store.getState().openOverlay({ kind: 'form' })
    await user.type(await screen.findByLabelText('Relay URL'), 'https://half')
    host.emit('paste-offered', { text: 'https://linked.example sk-one-1111' })
    await dialog().findByText(waits)
    expect(screen.getByLabelText<HTMLInputElement>('Relay URL').value).toBe('https://half')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(await dialogOpens()).toBeTruthy()
    expect(screen.queryByText(waits)).toBeNull()
  })
})

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
  it('is searched for among ten thousand models as one types', async () => {
    const { user } = await paste('https://many-models.example sk-one-1111')
    await dialog().findByText(/10000 models/)
    const model = dialog().getByRole<HTMLInputElement>('combobox', { name: 'Model of Codex' })
    await user.click(model)
    expect(await screen.findAllByRole('option')).toHaveLength(100)
    await user.type(model, '998 mod')
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toContain('model-9998')
    expect(screen.getAllByRole('option')).toHaveLength(20)
    await user.click(screen.getByRole('option', { name: 'model-9998' }))
    expect(model.value).toBe('model-9998')
  })
  it('asks before what was chosen by hand is lost, and keeps it as a draft without the key', async () => {
    const { user, host, store } = await paste('https://two.example sk-two-2222')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    store.getState().openOverlay({ kind: 'paste', text: 'https://two.example sk-two-2222' })
    await dialogOpens()
    await user.click(await dialog().findByRole('switch', { name: 'Use for Codex' }))
    const name = dialog().getByLabelText<HTMLInputElement>('Name')
    await user.clear(name)
    await user.type(name, 'Second')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Go on editing' }))
    expect(dialog().getByLabelText<HTMLInputElement>('Name').value).toBe('Second')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Keep draft' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(host.calls.some(({ method }) => method === 'paste.forget')).toBe(true)
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain('sk-two-2222')
    store.getState().openOverlay({ kind: 'form' })
    const form = within(await screen.findByRole('dialog', { name: 'New profile' }))
    expect(form.getByLabelText<HTMLInputElement>('Name').value).toBe('Second')
    expect(form.getByLabelText<HTMLInputElement>('Relay URL').value).toBe('https://two.example')
    localStorage.clear()
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
