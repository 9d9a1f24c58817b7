import { afterAll, describe, expect, it } from 'vitest'
import { expectUsable, expectWhole } from './checks'
import { buildDriver } from './driver-process'
import type { Fault } from './injector'
import { operate } from './operations'
import { prepare, type Scenario, scenarios } from './scenarios'
import { makeSlot, type Slot } from './slot'

const PARALLEL = 2
/** A kill before or after a flush leaves the same files as one after the call before it. */
const NOT_FSYNC = '^(?!fsync)'
const driver = buildDriver()
const slots = Array.from({ length: PARALLEL }, makeSlot)
afterAll(() => {
  for (const slot of slots) slot.remove()
})

/** Runs `attack` for every number up to a count that the first slot finds out, on all slots at once. */
async function exhaust(points: number, attack: (slot: Slot, at: number) => Promise<void>): Promise<void> {
  let next = 1
  await Promise.all(
    slots.map(async (slot) => {
      while (next <= points) await attack(slot, next++)
    }),
  )
}

async function attackEverywhere(scenario: Scenario): Promise<Record<'old' | 'new', number>> {
  const prepared = new Map(await Promise.all(slots.map(async (slot) => [slot, await prepare(slot, scenario)] as const)))
  const task = { operations: [scenario.attacked], also: scenario.also }
  const { calls } = await driver.run(slots[0]?.home ?? '', { ...task, fault: { mode: 'count', at: 0, only: NOT_FSYNC } })
  const seen = { old: 0, new: 0 }
  for (const mode of ['kill-before', 'kill-in-the-middle'] as const) {
    await exhaust(calls.length, async (slot, at) => {
      const trees = prepared.get(slot)
      if (trees === undefined) return
      slot.reset(trees.old)
      const killed = await driver.run(slot.home, { ...task, fault: { mode, at, only: NOT_FSYNC } })
      const where = `${mode} ${at}: ${calls[at - 1]}`
      expect(killed.signal, where).toBe('SIGKILL')
      try {
        await operate(slot.core().api, { do: 'status' })
        seen[expectWhole(slot, trees)]++
        await expectUsable(slot, trees)
      } catch (error) {
        throw new Error(where, { cause: error })
      }
    })
  }
  return seen
}

/** The others take the way of a bind mount. */
const attacked = scenarios.filter(({ name }) => !/across mounts|read-only/.test(name))

describe('a kill before and in the middle of every call that changes a file', () => {
  it.each(attacked)('leaves all old or all new, and works on: $name', { timeout: 120_000 }, async (scenario) => {
    const seen = await attackEverywhere(scenario)
    expect(seen.old).toBeGreaterThan(10)
    expect(seen.new).toBeGreaterThan(1)
  })
})

/** Where the first kill leaves most to do: with all new texts in place, right after the commit, and with all that is laid beside. */
const crashes: readonly { name: string; at: RegExp; mode: Fault['mode'] }[] = [
  { name: 'before the commit', at: /^renameSync .*state\.json$/, mode: 'kill-before' },
  { name: 'after the commit', at: /^renameSync .*state\.json$/, mode: 'kill-in-the-middle' },
  { name: 'while files are laid beside', at: /^linkSync .*state\.json\.\d+\.tmp$/, mode: 'kill-before' },
]
const scenarioOf = (name: string) => scenarios.filter((scenario) => scenario.name === name)
const recovered = [
  ...crashes.flatMap((crash) => scenarioOf('one relay to another').map((scenario) => ({ ...crash, scenario }))),
  ...crashes.slice(0, 1).flatMap((crash) => scenarioOf('one relay to another, on bind mounts').map((scenario) => ({ ...crash, scenario }))),
  ...crashes.slice(0, 2).flatMap((crash) => scenarioOf('restore to no files').map((scenario) => ({ ...crash, scenario }))),
]

describe('a kill at every call of the recovery', () => {
  it.each(recovered)('after a kill $name in: $scenario.name', { timeout: 120_000 }, async ({ at: point, mode: first, scenario }) => {
    const prepared = new Map(await Promise.all(slots.map(async (slot) => [slot, await prepare(slot, scenario)] as const)))
    const slot0 = slots[0] as Slot
    const task = { operations: [scenario.attacked], also: scenario.also }
    const recovery = { operations: [{ do: 'status' as const }], also: scenario.also }
    const { calls } = await driver.run(slot0.home, { ...task, fault: { mode: 'count', at: 0, only: NOT_FSYNC } })
    const crash = { mode: first, at: calls.findIndex((call) => point.test(call)) + 1, only: NOT_FSYNC }
    slot0.reset(prepared.get(slot0)?.old ?? {})
    await driver.run(slot0.home, { ...task, fault: crash })
    const { calls: steps } = await driver.run(slot0.home, { ...recovery, fault: { mode: 'count', at: 0, only: NOT_FSYNC } })
    expect(steps.length).toBeGreaterThan(3)
    for (const mode of ['kill-before', 'kill-in-the-middle'] as const) {
      await exhaust(steps.length, async (slot, at) => {
        const trees = prepared.get(slot)
        if (trees === undefined) return
        slot.reset(trees.old)
        expect((await driver.run(slot.home, { ...task, fault: crash })).signal).toBe('SIGKILL')
        const where = `${mode} ${at}: ${steps[at - 1]}`
        expect((await driver.run(slot.home, { ...recovery, fault: { mode, at, only: NOT_FSYNC } })).signal, where).toBe('SIGKILL')
        try {
          await operate(slot.core().api, { do: 'status' })
          expect(expectWhole(slot, trees)).toBe(first === 'kill-in-the-middle' ? 'new' : 'old')
          await expectUsable(slot, trees)
        } catch (error) {
          throw new Error(where, { cause: error })
        }
      })
    }
  })
})
