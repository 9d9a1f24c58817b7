import { describe, expect, it, vi } from 'vitest'
import { text } from '../../../shared/model/text'
import { startStore } from '../support'

const passphrase = 'correct horse battery'
const asked = (store: Awaited<ReturnType<typeof startStore>>) => vi.waitFor(() => expect(store.state().unlocking).toBe(true))

describe('a locked vault', () => {
  it('asks once for all calls that it refuses, and makes each again when it is open', async () => {
    const store = await startStore('locked')
    const revealed = store.state().revealKey('harbor')
    const edited = store.state().openPlan({ kind: 'switch', profileId: 'northline' })
    await asked(store)
    await store.state().unlockVault(passphrase, false)
    store.state().answerUnlock(true)
    expect(await revealed).toBe('sk-harbor-77d0c1aa93be')
    await edited
    expect(store.state().plan).toMatchObject({ phase: 'ready', plan: {} })
    expect(store.state()).toMatchObject({ unlocking: false, vault: { needsPassphrase: false } })
  })

  it('lets the call fail when the user gives up, and asks again the next time', async () => {
    const store = await startStore('locked')
    const plan = store.state().openPlan({ kind: 'switch', profileId: 'harbor' })
    await asked(store)
    store.state().answerUnlock(false)
    await plan
    expect(store.state().plan?.problem?.code).toBe('vault-locked')
    const again = store.state().openPlan({ kind: 'switch', profileId: 'harbor' })
    await asked(store)
    store.state().answerUnlock(false)
    await again
  })

  it('asks for no passphrase where the keychain is what is locked', async () => {
    const store = await startStore()
    store.host.failNext('profiles.reveal', { code: 'vault-locked' })
    await expect(store.state().revealKey('harbor')).rejects.toMatchObject({ problem: { code: 'vault-locked' } })
    expect(store.state().unlocking).toBe(false)
  })
})

describe('what the tray was asked for while the vault was locked', () => {
  const isApplied = (store: Awaited<ReturnType<typeof startStore>>) =>
    store.host.calls.filter(({ method }) => method === 'switch.apply').map(({ input }) => input)

  it('is shown with the question, and goes on by itself once the vault is open', async () => {
    const store = await startStore('locked')
    store.host.emit('unlock-asked', { kind: 'switch', profileId: 'harbor', tool: 'codex' })
    await asked(store)
    expect(store.state().wish).toMatchObject({ profileId: 'harbor', tool: 'codex' })
    expect(isApplied(store)).toEqual([])
    await store.state().unlockVault(passphrase, false)
    store.state().answerUnlock(true)
    await vi.waitFor(() => expect(isApplied(store)).toMatchObject([{ profileId: 'harbor', tools: ['codex'] }]))
    expect(store.state().wish).toBeUndefined()
  })

  it('is not done when the user gives up, and the later of two wishes counts', async () => {
    const store = await startStore('locked')
    store.host.emit('unlock-asked', { kind: 'switch', profileId: 'harbor' })
    await asked(store)
    store.state().answerUnlock(false)
    await vi.waitFor(() => expect(store.state().wish).toBeUndefined())
    expect([isApplied(store), store.state().toasts]).toEqual([[], []])

    store.host.emit('unlock-asked', { kind: 'switch', profileId: 'harbor' })
    store.host.emit('unlock-asked', { kind: 'switch', profileId: 'northline' })
    await asked(store)
    await store.state().unlockVault(passphrase, false)
    store.state().answerUnlock(true)
    await vi.waitFor(() => expect(isApplied(store)).toMatchObject([{ profileId: 'northline' }]))
  })
})

it('that a file protects the keys is said until it is put away', async () => {
  const { host, state } = await startStore()
  host.emit('problem', { code: 'vault-file', kind: 'refused', message: text('By a file.', '由文件。') })
  expect(state()).toMatchObject({ fileNote: { code: 'vault-file' }, toasts: [] })
  state().dismissFileNote()
  expect(state().fileNote).toBeUndefined()
})

it('a key is copied by the host where that can be done, and does not come here', async () => {
  const { host, state } = await startStore()
  await state().copyKey('harbor')
  expect(state().toasts).toMatchObject([{ kind: 'keyCopied', leaving: 'cleared' }])
  expect(host.calls.map(({ method }) => method)).toContain('desktop.copyKey')
  expect(host.calls.map(({ method }) => method)).not.toContain('profiles.reveal')
})
