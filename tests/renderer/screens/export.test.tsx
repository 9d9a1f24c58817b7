// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { giveSize } from '../give-size'
import { type Opened, openApp } from '../support'

beforeAll(() => {
  giveSize()
  URL.createObjectURL = vi.fn(() => 'blob:made-up')
  URL.revokeObjectURL = vi.fn()
})
afterEach(cleanup)

const dialog = () => within(screen.getByRole('dialog', { name: 'Export profiles' }))
const picked = () =>
  dialog()
    .getAllByRole('option', { selected: true })
    .map((option) => option.textContent)
const sent = ({ host }: Opened) => host.calls.findLast((call) => call.method === 'transfer.export')?.input
async function exporting(ids?: readonly string[], scenario: 'working' | 'many' = 'working'): Promise<Opened> {
  const opened = await openApp(scenario)
  opened.store.getState().openOverlay({ kind: 'export', ids })
  await screen.findByRole('dialog', { name: 'Export profiles' })
  return opened
}
async function save({ user }: Opened) {
  await user.click(dialog().getByRole('switch', { name: 'Export without protection' }))
  await user.click(dialog().getByRole('button', { name: 'Save with plain keys' }))
  await screen.findByRole('dialog', { name: 'Exported' })
}

describe('an export', () => {
  it('takes all profiles, unless some are chosen', async () => {
    const opened = await exporting()
    expect(dialog().getByRole('radio', { name: 'All (4)', checked: true })).toBeTruthy()
    await save(opened)
    expect(sent(opened)).toEqual({ plain: true })
  })
  it('takes the chosen ones: by a click, and by the keys of a list', async () => {
    const opened = await exporting()
    const { user } = opened
    await user.click(dialog().getByRole('radio', { name: 'Selected' }))
    expect(dialog().getByText('Choose at least one.')).toBeTruthy()
    expect(dialog().getByRole<HTMLButtonElement>('button', { name: 'Save the file' }).disabled).toBe(true)
    await user.click(dialog().getByRole('option', { name: /Harbor/ }))
    expect(picked()).toEqual(['Harbor (team key)relay.harbor.example/openai'])
    dialog().getByRole('listbox').focus()
    await user.keyboard('{Home} ')
    expect(dialog().getByText('2 of 4 chosen')).toBeTruthy()
    await user.keyboard('{Control>}a{/Control}')
    expect(dialog().getByText('4 of 4 chosen')).toBeTruthy()
    await user.keyboard('{End} ')
    await save(opened)
    expect(sent(opened)).toEqual({ plain: true, ids: ['northline', 'harbor', 'yunqiao'] })
  })
  it('is searched, and what is found is chosen at once; Escape empties the search and leaves the dialog', async () => {
    const opened = await exporting(undefined, 'many')
    const { user } = opened
    await user.click(dialog().getByRole('radio', { name: 'Selected' }))
    await user.type(dialog().getByRole('searchbox'), 'relay 19')
    await user.click(await dialog().findByRole('button', { name: 'Choose the 12 found' }))
    expect(dialog().getByText('12 of 204 chosen')).toBeTruthy()
    await user.type(dialog().getByRole('searchbox'), 'zzz')
    expect(await dialog().findByText('No profile matches “relay 19zzz”.')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(dialog().getByRole<HTMLInputElement>('searchbox').value).toBe('')
    await waitFor(() => expect(dialog().getByRole('listbox')).toBeTruthy())
    expect(dialog().getAllByRole('option').length).toBeLessThan(60)
  })
  it('of one profile starts with it chosen, and passes over one that is gone', async () => {
    const opened = await exporting(['harbor', 'gone'])
    expect(picked()).toHaveLength(1)
    await save(opened)
    expect(sent(opened)).toEqual({ plain: true, ids: ['harbor'] })
  })
})
