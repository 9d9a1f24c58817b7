import { afterAll, describe, expect, it } from 'vitest'
import type { ProfileView } from '../../shared/model/profile'
import { KEY_A } from '../support/relay-input'
import { expectUsable, expectWhole } from './checks'
import { buildDriver } from './driver-process'
import { type Operation, operate } from './operations'
import { type Prepared, prepare, type Scenario } from './scenarios'
import { makeSlot } from './slot'

/** A kill before or after a flush leaves the same files as one after the call before it. */
const NOT_FSYNC = '^(?!fsync)'
const SPARE = 'sk-dddddddddddddddddddddddddddd-DDDD'
const driver = buildDriver()
const slot = makeSlot()
afterAll(() => slot.remove())

const use: Operation = { do: 'use', profile: 'Alpha' }
const spare: Operation = { do: 'add-key', profile: 'Alpha', key: SPARE, label: 'spare' }
const useSpare: Operation = { do: 'use-key', profile: 'Alpha', label: 'spare' }

/** `key`: the one in use before and after. */
const scenarios: readonly (Scenario & { readonly key: readonly [before: string, after: string] })[] = [
  { name: 'another key is used, in three tools', files: 'rich', before: [spare, use], attacked: useSpare, key: [KEY_A, SPARE] },
  {
    name: 'another key is used, in one tool without files of its own',
    files: 'none',
    before: [spare, { ...use, tools: ['claude'] }],
    attacked: useSpare,
    key: [KEY_A, SPARE],
  },
  {
    name: 'the use of another key is undone',
    files: 'rich',
    before: [spare, use, useSpare],
    attacked: { do: 'undo' },
    key: [SPARE, KEY_A],
  },
]

const alpha = async (): Promise<ProfileView> =>
  (await slot.core().api['profiles.list']({})).find(({ name }) => name === 'Alpha') as ProfileView

/** Tools, record, history and profile are of one side; every key is there; the next use works. */
async function expectInStep(trees: Prepared, [before, after]: readonly [string, string]): Promise<'old' | 'new'> {
  await operate(slot.core().api, { do: 'status' })
  const side = expectWhole(slot, trees)
  const { id, relay } = await alpha()
  const { api } = slot.core()
  const keys = await Promise.all((relay.keys ?? []).map(async ({ id: keyId }) => (await api['profiles.reveal']({ id, keyId })).key))
  expect(keys).toEqual([KEY_A, SPARE])
  expect(await api['profiles.reveal']({ id })).toEqual({ key: side === 'old' ? before : after })
  const states = (await api['tools.status']({})).filter(({ profileName }) => profileName === 'Alpha').map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(['in-sync']))
  await operate(api, useSpare)
  expect(await api['profiles.reveal']({ id })).toEqual({ key: SPARE })
  await expectUsable(slot, trees)
  return side
}

describe('using another key of a profile changes the tools and the profile together', () => {
  it.each(scenarios)('killed before and in the middle of every call: $name', { timeout: 240_000 }, async (scenario) => {
    const trees = await prepare(slot, scenario)
    const task = { operations: [scenario.attacked] }
    const { calls } = await driver.run(slot.home, { ...task, fault: { mode: 'count', at: 0, only: NOT_FSYNC } })
    expect(calls.some((call) => /^renameSync .*profiles\.json$/.test(call))).toBe(true)
    const seen = { old: 0, new: 0 }
    for (const mode of ['kill-before', 'kill-in-the-middle'] as const) {
      for (let at = 1; at <= calls.length; at++) {
        slot.reset(trees.old)
        const where = `${mode} ${at}: ${calls[at - 1]}`
        expect((await driver.run(slot.home, { ...task, fault: { mode, at, only: NOT_FSYNC } })).signal, where).toBe('SIGKILL')
        try {
          seen[await expectInStep(trees, scenario.key)]++
        } catch (error) {
          throw new Error(where, { cause: error })
        }
      }
    }
    expect(seen.old).toBeGreaterThan(10)
    expect(seen.new).toBeGreaterThan(1)
  })

  it('killed again at every call while that is taken back', { timeout: 240_000 }, async () => {
    const [scenario] = scenarios
    if (scenario === undefined) return
    const trees = await prepare(slot, scenario)
    const task = { operations: [scenario.attacked] }
    const { calls } = await driver.run(slot.home, { ...task, fault: { mode: 'count', at: 0, only: NOT_FSYNC } })
    // The profile says the new key already, and nothing is committed.
    const crash = {
      mode: 'kill-before' as const,
      at: calls.findIndex((call) => /^renameSync .*state\.json$/.test(call)) + 1,
      only: NOT_FSYNC,
    }
    const back = { operations: [{ do: 'status' as const }] }
    slot.reset(trees.old)
    await driver.run(slot.home, { ...task, fault: crash })
    const crashed = slot.all()
    const { calls: steps } = await driver.run(slot.home, { ...back, fault: { mode: 'count', at: 0, only: NOT_FSYNC } })
    expect(steps.some((call) => /^renameSync .*profiles\.json$/.test(call))).toBe(true)
    for (const mode of ['kill-before', 'kill-in-the-middle'] as const) {
      for (let at = 1; at <= steps.length; at++) {
        slot.reset(crashed)
        const where = `${mode} ${at}: ${steps[at - 1]}`
        expect((await driver.run(slot.home, { ...back, fault: { mode, at, only: NOT_FSYNC } })).signal, where).toBe('SIGKILL')
        try {
          expect(await expectInStep(trees, scenario.key)).toBe('old')
        } catch (error) {
          throw new Error(where, { cause: error })
        }
      }
    }
  })

  it('with any call that fails: what is told as failed is not half done', { timeout: 240_000 }, async () => {
    const [scenario] = scenarios
    if (scenario === undefined) return
    const trees = await prepare(slot, scenario)
    const task = { operations: [scenario.attacked] }
    const { calls } = await driver.run(slot.home, { ...task, fault: { mode: 'count', at: 0 } })
    const seen = { old: 0, new: 0 }
    for (let at = 1; at <= calls.length; at++) {
      slot.reset(trees.old)
      const where = `${at}: ${calls[at - 1]}`
      const { results } = await driver.run(slot.home, { ...task, fault: { mode: 'fail', at, code: 'EIO' } })
      try {
        const side = await expectInStep(trees, scenario.key)
        expect(side).toBe(results?.[0] === 'done' ? 'new' : 'old')
        seen[side]++
      } catch (error) {
        throw new Error(where, { cause: error })
      }
    }
    expect(seen.old).toBeGreaterThan(10)
  })
})
