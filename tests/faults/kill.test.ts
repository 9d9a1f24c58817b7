import { afterAll, describe, expect, it } from 'vitest'
import { expectUsable, expectWhole } from './checks'
import { buildDriver } from './driver-process'
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
  const task = { operations: [scenario.attacked] }
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

describe('a kill before and in the middle of every call that changes a file', () => {
  it.each(scenarios)('leaves all old or all new, and works on: $name', { timeout: 120_000 }, async (scenario) => {
    const seen = await attackEverywhere(scenario)
    expect(seen.old).toBeGreaterThan(10)
    expect(seen.new).toBeGreaterThan(1)
  })
})
