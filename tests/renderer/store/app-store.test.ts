import { describe, expect, it } from 'vitest'
import type { Overlay } from '../../../renderer/store/ui'
import type { EventName } from '../../../shared/events'
import { startStore } from '../support'

describe('the store', () => {
  it('loads everything that the first screen needs', async () => {
    const { state } = await startStore()
    expect(state()).toMatchObject({ load: 'ready', screen: 'profiles' })
    expect(state().profiles.map((profile) => profile.id)).toEqual(['northline', 'harbor', 'yunqiao', 'long', 'official'])
    expect(state().tools).toHaveLength(3)
  })
  it('keeps the reason when the first load fails, and can try again', async () => {
    const { host, state } = await startStore()
    host.failNext('tools.list')
    await state().start()
    expect(state()).toMatchObject({ load: 'failed', loadProblem: { code: 'made-up' } })
    await state().start()
    expect(state().load).toBe('ready')
  })
  it('loads by itself once a lost server is back', async () => {
    const { host, state } = await startStore()
    host.failNext('host.info')
    await state().start()
    state().setConnection('open')
    await expect.poll(() => state().load).toBe('ready')
  })
  it('takes profiles, status and settings from events of other windows', async () => {
    const { host, state } = await startStore()
    host.emit('profiles-changed', [])
    host.emit('status-changed', [])
    host.emit('settings-changed', { ...state().settings, theme: 'dark' })
    expect(state()).toMatchObject({ profiles: [], status: [], settings: { theme: 'dark' } })
  })
  it('shows problems and screens that the host asks for, and passes over events that it does not know', async () => {
    const { host, state } = await startStore()
    host.emit('show-screen', { screen: 'settings' })
    host.emit('problem', { code: 'x', kind: 'internal', message: { en: 'Oh', zh: '哦' } })
    host.emit('from-the-future' as EventName, undefined as never)
    expect(state().screen).toBe('settings')
    expect(state().toasts).toMatchObject([{ kind: 'problem', problem: { code: 'x' } }])
  })
  it('leaves open what the user may have typed into when the host asks for a screen, and closes the rest', async () => {
    const { host, state } = await startStore()
    const left = (overlay: Overlay) => {
      state().openOverlay(overlay)
      host.emit('show-screen', { screen: 'settings' })
      return state().overlay?.kind
    }
    expect([left({ kind: 'form' }), left({ kind: 'paste', text: 'x' }), left({ kind: 'profile-keys', id: 'a' })]).toEqual([
      'form',
      'paste',
      'profile-keys',
    ])
    expect([left({ kind: 'keys' }), left({ kind: 'status', tool: 'claude' })]).toEqual([undefined, undefined])
  })
  it('shows a link at once, or when nothing lies over the screen that the user may have typed into', async () => {
    const { host, state } = await startStore()
    host.emit('paste-offered', { text: 'one' })
    expect(state().overlay).toEqual({ kind: 'paste', text: 'one' })
    host.emit('paste-offered', { text: 'two' })
    expect([state().overlay, state().offered, state().toasts]).toMatchObject([{ text: 'one' }, 'two', [{ kind: 'linkWaits' }]])
    state().closeOverlay()
    state().takeOffered()
    expect([state().overlay, state().offered, state().toasts]).toEqual([{ kind: 'paste', text: 'two' }, null, []])
  })
  it('runs the doctor where the host asks for it with the screen, and not twice at a time', async () => {
    const { host, state } = await startStore()
    const runs = () => host.calls.filter(({ method }) => method === 'doctor.run').length
    host.emit('show-screen', { screen: 'diagnose' })
    expect([state().screen, state().doctorPhase, runs()]).toEqual(['diagnose', 'idle', 0])
    host.emit('show-screen', { screen: 'diagnose', run: true })
    host.emit('show-screen', { screen: 'diagnose', run: true })
    expect([state().doctorPhase, runs()]).toEqual(['running', 1])
    await expect.poll(() => state().doctorPhase).toBe('done')
  })
  it('reads the history anew on an event, but only once it is on screen', async () => {
    const { host, state } = await startStore()
    await state().switchNow('harbor')
    expect(host.calls.some((call) => call.method === 'history.list')).toBe(false)
    await state().loadHistory()
    expect(state().history).toHaveLength(1)
    await state().switchNow('official')
    await expect.poll(() => state().history.length).toBe(2)
  })
  it('moves a profile, and leaves the ends alone', async () => {
    const { host, state } = await startStore()
    await state().moveProfile('northline', 1)
    expect(
      state()
        .profiles.slice(0, 2)
        .map((profile) => profile.id),
    ).toEqual(['harbor', 'northline'])
    const count = host.calls.length
    await state().moveProfile('harbor', -1)
    await state().moveProfile('official', -1)
    expect(host.calls).toHaveLength(count)
  })
  it('finds a free name for each further copy', async () => {
    const { state } = await startStore()
    for (let n = 0; n < 3; n += 1) await state().duplicateProfile('northline', 'Northline copy')
    expect(state().toasts).toEqual([])
    expect(state().profiles.flatMap(({ name }) => (name.includes('copy') ? [name] : []))).toEqual([
      'Northline copy',
      'Northline copy 2',
      'Northline copy 3',
    ])
  })
  it('keeps at most three toasts', async () => {
    const { state } = await startStore()
    for (let n = 0; n < 5; n += 1) state().notify({ kind: 'copied' })
    expect(state().toasts.map((toast) => toast.id)).toEqual([3, 4, 5])
  })
})
