import { describe, expect, it } from 'vitest'
import { startStore } from '../support'

describe('the doctor', () => {
  it('takes findings one by one as they arrive, and keeps the order of the report', async () => {
    const { state, store } = await startStore()
    const counts: number[] = []
    store.subscribe((now) => counts.push(now.findings.length))
    await state().runDoctor()
    expect(new Set(counts).size).toBeGreaterThan(10)
    expect(state().doctorPhase).toBe('done')
    expect(state().findings).toEqual(state().doctorReport?.findings)
  })
  it('asks for the folder and the network that were chosen', async () => {
    const { host, state } = await startStore()
    state().setDoctorScope({ folder: ' /home/ada/shop ', network: false })
    await state().runDoctor()
    expect(host.calls.find((call) => call.method === 'doctor.run')?.input).toEqual({ network: false, folder: '/home/ada/shop' })
  })
  it('ends early when cancelled, with what is known', async () => {
    const { state, store } = await startStore()
    store.subscribe((now) => {
      if (now.findings.length > 1) void now.cancelDoctor()
    })
    await state().runDoctor()
    expect(state().findings.length).toBeLessThan(10)
    expect(state().doctorReport?.cancelled).toBe(true)
    expect(state().doctorPhase).toBe('done')
  })
  it('says why a run failed', async () => {
    const { host, state } = await startStore()
    host.failNext('doctor.run')
    await state().runDoctor()
    expect(state()).toMatchObject({ doctorPhase: 'failed', doctorProblem: { code: 'made-up' } })
  })
  it('runs one check again and leaves the others', async () => {
    const { host, state } = await startStore()
    await state().runDoctor()
    const before = state().findings.length
    await state().recheck('clock')
    expect(host.calls.at(-1)).toMatchObject({ method: 'doctor.run', input: { only: ['clock'] } })
    expect(state().findings).toHaveLength(before)
    expect(state().rechecking).toEqual([])
  })
  it('shows a fix before it writes it, applies exactly that, and takes the new finding', async () => {
    const { host, state } = await startStore()
    await state().runDoctor()
    await state().openFix('env-overrides')
    const token = state().fix?.plan?.token
    expect(host.calls.some((call) => call.method === 'doctor.applyFix')).toBe(false)
    await state().applyFix()
    expect(host.calls.at(-1)).toMatchObject({ method: 'doctor.applyFix', input: { id: 'env-overrides', token } })
    expect(state().fix).toBeNull()
    expect(state().findings.find((one) => one.check === 'env-overrides')?.severity).toBe('ok')
    expect(state().toasts).toMatchObject([{ kind: 'fixed', report: { historyId: 'h1' } }])
  })
  it('keeps the plan on screen when the fix is refused', async () => {
    const { host, state } = await startStore()
    await state().openFix('env-overrides')
    host.failNext('doctor.applyFix')
    await state().applyFix()
    expect(state().fix).toMatchObject({ phase: 'ready', problem: { code: 'made-up' }, plan: { token: 'fix env-overrides' } })
  })
})
