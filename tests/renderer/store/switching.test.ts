import { describe, expect, it } from 'vitest'
import { startStore } from '../support'

describe('switching', () => {
  it('previews, applies with the token of the preview, and tells which files changed', async () => {
    const { host, state } = await startStore()
    await state().openPlan({ kind: 'switch', profileId: 'harbor' })
    const token = state().plan?.plan?.token
    await state().applyPlan(false)
    expect(host.calls.at(-1)).toMatchObject({ method: 'switch.apply', input: { profileId: 'harbor', token } })
    expect(state().plan).toBeNull()
    expect(state().toasts).toMatchObject([{ kind: 'switched', profile: 'Harbor (team key)', report: { historyId: 'h1' } }])
    expect(state().status.find((one) => one.tool === 'codex')?.profileId).toBe('harbor')
  })
  it('takes nothing for granted before the event: a refused switch leaves the status alone', async () => {
    const { host, state } = await startStore()
    const before = state().status
    await state().openPlan({ kind: 'switch', profileId: 'harbor' })
    host.failNext('switch.apply', { file: '/x/settings.json', line: 3 })
    await state().applyPlan(false)
    expect(state().status).toBe(before)
    expect(state().plan).toMatchObject({ phase: 'ready', problem: { file: '/x/settings.json', line: 3 } })
    expect(state().plan?.plan).toBeDefined()
  })
  it('shows why a preview failed', async () => {
    const { host, state } = await startStore()
    host.failNext('switch.preview')
    await state().openPlan({ kind: 'switch', profileId: 'harbor' })
    expect(state().plan).toMatchObject({ phase: 'ready', problem: { code: 'made-up' } })
  })
  it('forgets a preview that was closed while it was made', async () => {
    const { state } = await startStore()
    const opening = state().openPlan({ kind: 'switch', profileId: 'harbor' })
    state().closePlan()
    await opening
    expect(state().plan).toBeNull()
  })
  it('switches at once when asked to', async () => {
    const { state } = await startStore()
    await state().switchNow('harbor', ['codex'])
    expect(state().status.map((one) => one.profileId)).toEqual(['northline', 'harbor', 'official'])
    expect(state().switchingTo).toBeNull()
  })
  it('never overwrites hand-made changes at once: it opens the preview', async () => {
    const { host, state } = await startStore('trouble')
    await state().switchNow('harbor', ['claude'])
    expect(host.calls.some((call) => call.method === 'switch.apply')).toBe(false)
    expect(state().plan?.plan?.tools[0]?.conflicts).toHaveLength(2)
    await state().applyPlan(true)
    expect(state().status[0]?.state).toBe('in-sync')
  })
  it('undoes the last switch', async () => {
    const { state } = await startStore()
    const before = state().status
    await state().switchNow('harbor')
    await state().undo()
    expect(state().status).toEqual(before)
    expect(state().toasts.map((toast) => toast.kind)).toEqual(['switched', 'undone'])
  })
  it('says so when there is nothing to undo', async () => {
    const { state } = await startStore()
    await state().undo()
    expect(state().toasts).toMatchObject([{ kind: 'problem', problem: { code: 'nothing-to-undo' } }])
  })
  it('restores what stood before, with a preview', async () => {
    const { host, state } = await startStore()
    await state().openPlan({ kind: 'restore' })
    await state().applyPlan(false)
    expect(host.calls.at(-1)?.method).toBe('switch.restore')
    expect(state().status.every((one) => one.state === 'official')).toBe(true)
  })
})
