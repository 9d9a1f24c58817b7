import { describe, expect, it } from 'vitest'
import { healthOf } from '../../../renderer/lib/health'
import { startStore } from '../support'

describe('the connection test', () => {
  it('has a row for every tool that a profile serves, and fills it step by step', async () => {
    const { state, store } = await startStore()
    const seen = new Set<number>()
    store.subscribe((now) => seen.add(now.test?.rows[0]?.steps.length ?? 0))
    await state().startTest(['northline', 'harbor'], 'answer')
    expect(state().test?.rows.map((row) => `${row.profileId} ${row.tool} ${row.report?.verdict.outcome}`)).toEqual([
      'northline claude works',
      'northline codex works',
      'northline gemini works',
      'harbor claude works',
      'harbor codex fails',
    ])
    expect(seen.size).toBeGreaterThan(5)
    expect(state().test?.phase).toBe('done')
  })
  it('asks no model when it shall be free', async () => {
    const { host, state } = await startStore()
    await state().startTest(['northline'], 'free')
    expect(host.calls.find((call) => call.method === 'connection.test')?.input).toMatchObject({ free: true, deep: false })
    expect(state().test?.rows.every((row) => row.steps.every((step) => !step.costsTokens))).toBe(true)
  })
  it('can be cancelled by its name', async () => {
    const { host, state, store } = await startStore()
    store.subscribe((now) => {
      if (now.test?.rows[0]?.steps.length) void now.cancelTest()
    })
    await state().startTest(['northline'], 'answer')
    expect(host.calls.filter((call) => call.method === 'connection.cancel')).toMatchObject([{ input: { run: state().test?.run } }])
    expect(state().test).toMatchObject({ phase: 'done', rows: [{ report: { verdict: { outcome: 'cancelled' } } }, {}, {}] })
  })
  it('passes over the steps of a test that another window runs, and remembers its result', async () => {
    const { host, state } = await startStore()
    await host.api['connection.test']({ run: 'other', profileIds: ['yunqiao'] })
    expect(state().test).toBeNull()
    expect(state().results.yunqiao?.tools.claude?.last.verdict.outcome).toBe('warns')
  })
  it('says why it could not start', async () => {
    const { host, state } = await startStore()
    host.failNext('connection.test')
    await state().startTest(['northline'], 'answer')
    expect(state().test).toMatchObject({ phase: 'done', problem: { code: 'made-up' } })
  })
})

describe('the health of a profile', () => {
  it('is that of its worst tool that is still served', async () => {
    const { state } = await startStore()
    await expect.poll(() => state().results.harbor).toBeDefined()
    expect(healthOf(state().results.harbor, ['claude', 'codex'])?.outcome).toBe('fails')
    expect(healthOf(state().results.harbor, ['claude'])).toEqual({ outcome: 'works', ms: 880 })
    expect(healthOf(state().results.long, ['claude'])).toBeUndefined()
  })
})
