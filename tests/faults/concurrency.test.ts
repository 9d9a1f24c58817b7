import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { readEntry } from '../../electron/core/files/journal'
import { readRecord } from '../../electron/core/record'
import { expectHistory } from './checks'
import { buildDriver } from './driver-process'
import type { Operation } from './operations'
import { prepare, scenarios } from './scenarios'
import { makeSlot } from './slot'

const driver = buildDriver()
const slot = makeSlot()
afterAll(() => slot.remove())

const rich = scenarios.find(({ name }) => name === 'the first switch, three tools, files of their own')
const PROCESSES = 8
const ROUNDS = 25
const ROUNDS_OF_TOOL = 500

it(`loses nothing and tears nothing in ${PROCESSES * ROUNDS} switches from ${PROCESSES} processes at once`, {
  timeout: 120_000,
}, async () => {
  if (rich === undefined) throw new Error('no such scenario')
  const { pristine } = await prepare(slot, rich)
  const runs = Array.from({ length: PROCESSES }, (_, process) => {
    const operations = Array.from(
      { length: ROUNDS },
      (_, round): Operation => ({ do: 'use', profile: ['Alpha', 'Beta', 'Gamma'][(process + round) % 3] ?? '' }),
    )
    return driver.run(slot.home, { operations })
  })
  const results = (await Promise.all(runs)).flatMap((run) => run.results ?? [])
  expect(results).toEqual(Array(PROCESSES * ROUNDS).fill('done'))
  const state = readRecord(slot.host())
  expectHistory(slot, state.seq)
  expectChain()
  const { api } = slot.core()
  const names = new Set(Object.values(state.tools).map(({ profileName }) => profileName))
  expect(names.size).toBe(1)
  expect((await api['tools.status']({})).map((tool) => `${tool.state} ${tool.profileName}`)).toEqual(
    Array(3).fill(`in-sync ${[...names][0]}`),
  )
  expect(readdirSync(slot.data).sort()).toEqual(['history', 'profiles.json', 'state.json', 'vault.json', 'vault.key'])
  await api['switch.restore']({})
  expect(slot.tools()).toEqual(pristine)
})

/** Every switch began with the very text that the one before had left: none was lost. */
function expectChain(): void {
  const last = new Map<string, string | null>()
  for (const name of readdirSync(path.join(slot.data, 'history')).sort()) {
    const entry = readEntry(path.join(slot.data, 'history', name), slot.host().vault)
    if (entry === undefined || entry === 'torn') throw new Error(`${name} is not whole`)
    const { changes } = entry
    for (const change of changes) {
      if (last.has(change.path)) expect(change.before, `${name} ${change.path}`).toBe(last.get(change.path))
      last.set(change.path, change.after)
    }
  }
}

it.runIf(process.platform === 'linux')(
  'robs no switch that is stopped in its middle, and goes on when that one does',
  { timeout: 30_000 },
  async () => {
    if (rich === undefined) throw new Error('no such scenario')
    await prepare(slot, rich)
    const stop = { mode: 'stop-before', at: 1, only: 'renameSync .*state.json$' } as const
    const stopped = driver.start(slot.home, { operations: [{ do: 'use', profile: 'Alpha' }], fault: stop })
    await vi.waitFor(() => expect(readFileSync(`/proc/${stopped.child.pid}/stat`, 'utf8')).toMatch(/\) T /), { timeout: 5000 })
    const other = driver.start(slot.home, { operations: [{ do: 'use', profile: 'Beta' }] })
    await new Promise((wake) => setTimeout(wake, 1000))
    expect(other.child.exitCode).toBe(null)
    stopped.child.kill('SIGCONT')
    expect([(await stopped.ended).results, (await other.ended).results]).toEqual([['done'], ['done']])
    expectHistory(slot, 2)
    expectChain()
    expect((await slot.core().api['tools.status']({})).map(({ state, profileName }) => `${state} ${profileName}`)).toEqual(
      Array(3).fill('in-sync Beta'),
    )
  },
)

/** A tool that adds to its settings in bursts, as fast as it can: reads, adds a value, writes. */
async function addTo(file: string, how: 'replaces' | 'writes over', rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    const content = JSON.stringify({ ...value, [`round ${round}`]: round }, null, 2)
    if (how === 'writes over') writeFileSync(file, content)
    else {
      writeFileSync(`${file}.own`, content)
      renameSync(`${file}.own`, file)
    }
    const pause = round % 25 === 0 ? 50 : round % 5
    await new Promise((wake) => (round % 3 === 0 && pause < 50 ? setImmediate(wake) : setTimeout(wake, pause)))
  }
}

/**
 * What no program can see: a replacement between our last look and our rename; and a write into the old file by who opened it before our rename and
 * is held up until after our commit. Writing over is seen up to the commit, for the old file is kept until then. At most one in a hundred of a tool
 * that writes as fast as it can, on a machine that is busy.
 */
const LOST = ROUNDS_OF_TOOL / 100

it.each(['replaces', 'writes over'] as const)(
  'keeps what a tool writes that %s its settings in a tight loop while we switch',
  { timeout: 60_000 },
  async (how) => {
    if (rich === undefined) throw new Error('no such scenario')
    await prepare(slot, rich)
    const file = path.join(slot.home, '.claude/settings.json')
    writeFileSync(file, '{\n  "theme": "x"\n}\n')
    const outcomes = new Map<string, number>()
    let over = false
    const finished = addTo(file, how, ROUNDS_OF_TOOL).then(() => {
      over = true
    })
    while (!over) {
      const operations = ['Alpha', 'Beta', 'Gamma', 'Alpha', 'Beta'].map(
        (profile): Operation => ({ do: 'use', profile, overwriteChanged: true }),
      )
      const { results } = await driver.run(slot.home, { operations })
      for (const result of results ?? ['killed']) outcomes.set(result, (outcomes.get(result) ?? 0) + 1)
    }
    await finished
    const value = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    expect(value.theme).toBe('x')
    expect(Object.keys(value).filter((key) => key.startsWith('round ')).length).toBeGreaterThanOrEqual(ROUNDS_OF_TOOL - LOST)
    expect(outcomes.get('done') ?? 0).toBeGreaterThan(0)
    expect([...outcomes.keys()].filter((code) => !['done', 'file-busy', 'changed-meanwhile', 'file-syntax'].includes(code))).toEqual([])
    const { api } = slot.core()
    const profile = (await api['profiles.list']({})).find(({ name }) => name === 'Gamma')
    const report = await api['switch.apply']({ profileId: profile?.id ?? '', overwriteChanged: true })
    expect(report.status.map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync'])
  },
)
