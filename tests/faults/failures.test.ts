import { afterAll, describe, expect, it } from 'vitest'
import { ProblemError } from '../../shared/transport'
import { expectUsable, expectWhole } from './checks'
import { type Fault, inject } from './injector'
import { operate } from './operations'
import { type Prepared, prepare, type Scenario, scenarios } from './scenarios'
import { makeSlot } from './slot'

const slot = makeSlot()
afterAll(() => slot.remove())

/** Does the scenario's operation with a fault. Undefined when it went through. */
async function attempt(scenario: Scenario, fault: Fault): Promise<{ problem?: ProblemError['problem']; calls: readonly string[] }> {
  const core = slot.core()
  const also = scenario.also === undefined ? undefined : inject(slot.home, scenario.also)
  const injected = inject(slot.home, fault)
  try {
    await operate(core.api, scenario.attacked)
    return { calls: injected.calls }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { problem: error.problem, calls: injected.calls }
  } finally {
    injected.remove()
    also?.remove()
  }
}

interface Expected {
  /** What failed is taken back when the call returns; with a disk that refuses everything, that can only be done at the next start, and is said. */
  readonly atOnce: boolean
}

async function failEverywhere(scenario: Scenario, fault: Omit<Fault, 'at'>, { atOnce }: Expected): Promise<number> {
  const trees: Prepared = await prepare(slot, scenario)
  const { calls } = await attempt(scenario, { mode: 'count', at: 0 })
  let failed = 0
  for (let at = 1; at <= calls.length; at++) {
    slot.reset(trees.old)
    const { problem } = await attempt(scenario, { ...fault, at })
    try {
      if (problem !== undefined) failed++
      expectClear(problem)
      const done = problem === undefined || problem.code === 'lock-left'
      if (atOnce && !done) expect(slot.tools()).toEqual(trees.oldTools)
      if (!atOnce && problem?.kind !== 'refused') expect(['lock-left', 'take-back-pending', undefined]).toContain(problem?.code)
      await operate(slot.core().api, { do: 'status' })
      expect(expectWhole(slot, trees)).toBe(done ? 'new' : 'old')
      await expectUsable(slot, trees)
    } catch (error) {
      throw new Error(`${fault.mode} ${fault.code} ${at}: ${calls[at - 1]} (${problem?.code})`, { cause: error })
    }
  }
  return failed
}

function expectClear(problem: ProblemError['problem'] | undefined): void {
  if (problem === undefined) return
  expect(problem.code).not.toBe('internal')
  expect(problem.message.en).toMatch(/\w/)
  expect(problem.message.zh).toMatch(/\p{Script=Han}/u)
  expect(problem.hint?.en).toMatch(/\w/)
}

const attacked = scenarios.filter(({ name }) => !/one tool|^undo of/.test(name))

describe.each(attacked)('a failing disk during: $name', { timeout: 120_000 }, (scenario) => {
  it('is rolled back when any one call fails with an input/output error', async () => {
    expect(await failEverywhere(scenario, { mode: 'fail', code: 'EIO' }, { atOnce: true })).toBeGreaterThan(10)
  })

  it('is rolled back when the disk is full from any call on', async () => {
    expect(await failEverywhere(scenario, { mode: 'fail-from', code: 'ENOSPC' }, { atOnce: true })).toBeGreaterThan(5)
  })

  it('is taken back at the next start when the disk refuses everything from any call on', async () => {
    expect(await failEverywhere(scenario, { mode: 'fail-from', code: 'EIO' }, { atOnce: false })).toBeGreaterThan(10)
  })
})

describe.each(attacked.filter(({ also }) => also === undefined))(
  'a call that is refused during: $name',
  { timeout: 120_000 },
  (scenario) => {
    it.each(['EACCES', 'EROFS', 'ENOENT'])('is rolled back or got round when any one call fails with %s', async (code) => {
      await failEverywhere(scenario, { mode: 'fail', code }, { atOnce: true })
    })
  },
)
