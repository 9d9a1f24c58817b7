import { describe, expect, it } from 'vitest'
import { testMany } from '../../../electron/core/connection/bulk'
import type { Events } from '../../../shared/events'
import { labForTest } from '../../support/lab/index'
import { relayInput } from '../../support/relay-input'
import { tempHome } from '../../support/temp-home'
import { hasty, KEY, planFor } from './probing'

const models = { openai: ['A-gpt'], anthropic: ['A-opus', 'A-haiku'], gemini: ['A-gemini'] }

describe('connection.test', () => {
  it('tells every step, remembers the result, and lets no key out', async () => {
    const relay = await labForTest().relay({ models })
    const { core, data } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relayInput('A', KEY, relay.url) })
    const steps: Events['connection-step'][] = []
    core.subscribe((name, payload) => void (name === 'connection-step' && steps.push(payload as Events['connection-step'])))
    const report = await core.api['connection.test']({ run: 'r1', profileIds: [id], deep: true })
    expect(report.profiles[0]?.tools.map(({ tool, verdict }) => [tool, verdict.outcome])).toEqual([
      ['claude', 'works'],
      ['codex', 'works'],
      ['gemini', 'works'],
    ])
    expect(new Set(steps.map(({ step }) => step.id))).toEqual(
      new Set(['url', 'proxy', 'dns', 'tcp', 'http', 'auth', 'models', 'model', 'answer', 'stream']),
    )
    const [known] = await core.api['connection.results']({})
    expect(Object.values(known?.protocols ?? {}).map((each) => each?.speaks)).toEqual([true, true, true, true])
    expect(known?.tools.claude?.history).toHaveLength(1)
    await core.api['connection.test']({ profileIds: [id], tools: ['claude'], free: true })
    expect((await core.api['connection.results']({}))[0]?.tools.claude?.history).toHaveLength(2)
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(`${data}/connection.json`, 'utf8')).not.toContain(KEY)
    expect(JSON.stringify([report, steps])).not.toContain(KEY)
  })

  it('a missing protocol is said before a switch', async () => {
    const relay = await labForTest().relay({ models, speaks: ['openai-chat', 'anthropic-messages'] })
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relayInput('A', KEY, relay.url) })
    expect(await core.warningsBefore(id)).toEqual([])
    const told: string[] = []
    core.subscribe((name) => void told.push(name))
    await core.api['connection.test']({ profileIds: [id], deep: true })
    expect(told.at(-1)).toBe('connection-remembered')
    expect((await core.warningsBefore(id)).map(({ id: notice }) => notice)).toEqual(['codex-protocol-missing', 'gemini-protocol-missing'])
    expect(await core.warningsBefore(id, ['claude'])).toEqual([])
    const { tools } = await core.api['switch.preview']({ profileId: id })
    const said = tools.map(({ tool, notices }) => [tool, notices.some(({ id: notice }) => notice.endsWith('protocol-missing'))])
    expect(said).toEqual([
      ['claude', false],
      ['codex', true],
      ['gemini', true],
    ])
  })

  it('protocols are found by the ordinary test too, once, and forgotten with another relay', async () => {
    const lab = labForTest()
    const [relay, other] = [await lab.relay({ models, speaks: ['anthropic-messages'] }), await lab.relay({ models })]
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relayInput('A', KEY, relay.url) })
    const test = async () => (await core.api['connection.test']({ profileIds: [id], tools: ['claude'], free: true })).profiles[0]
    const spoken = async () =>
      Object.fromEntries(Object.entries((await test())?.protocols ?? {}).map(([name, { speaks }]) => [name, speaks]))
    expect(await spoken()).toEqual({ anthropic: true, 'openai-chat': false, 'openai-responses': false, gemini: false })
    relay.clear()
    await test()
    expect(relay.requests).toHaveLength(2)
    await core.api['profiles.edit']({ id, profile: relayInput('A', KEY, other.url) })
    const { tools } = await core.api['switch.preview']({ profileId: id })
    expect(tools.flatMap(({ notices }) => notices.filter((notice) => notice.id.endsWith('protocol-missing')))).toEqual([])
    expect(await spoken()).toEqual({ anthropic: true, 'openai-chat': true, 'openai-responses': true, gemini: true })
  })

  it('a protocol that takes the key in another header only is found all the same', async () => {
    const relay = await labForTest().relay({ models })
    relay.setFault({ kind: 'wrong-key' }, { keyKind: 'bearer', path: '/messages' })
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relayInput('A', KEY, relay.url) })
    const { profiles } = await core.api['connection.test']({ profileIds: [id], tools: ['codex'], free: true })
    expect(profiles[0]?.protocols.anthropic?.speaks).toBe(true)
  })

  it('can be cancelled by its name', async () => {
    const relay = await labForTest().relay({ models })
    relay.setFault({ kind: 'hang-before-headers' })
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relayInput('A', KEY, relay.url) })
    const going = core.api['connection.test']({ run: 'mine', profileIds: [id] })
    setTimeout(() => void core.api['connection.cancel']({ run: 'mine' }), 50)
    const { profiles } = await going
    expect(profiles[0]?.tools.map(({ verdict }) => verdict.outcome)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(await core.api['connection.results']({})).toMatchObject([{ profileId: id, tools: {} }])
  })

  it('a damaged store of results is no obstacle, and gone profiles are forgotten', async () => {
    const relay = await labForTest().relay({ models })
    const home = tempHome()
    const { api } = home.core
    const { id } = await api['profiles.add']({ profile: relayInput('A', KEY, relay.url) })
    home.write('.config/Switchyard/connection.json', '{ broken')
    expect(await api['connection.results']({})).toEqual([])
    await api['connection.test']({ profileIds: [id], free: true })
    expect(await api['connection.results']({})).toHaveLength(1)
    const { id: other } = await api['profiles.add']({ profile: relayInput('B', KEY, relay.url) })
    await api['profiles.remove']({ id })
    await api['connection.test']({ profileIds: [other], free: true })
    expect((await api['connection.results']({})).map(({ profileId }) => profileId)).toEqual([other])
  })

  it('a suggested model is taken into the profile with one call', async () => {
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relayInput('A', KEY) })
    const view = await core.api['connection.takeModel']({ profileId: id, tool: 'claude', model: 'claude-9' })
    expect(view.tools.claude?.models).toEqual({ main: 'claude-9' })
    expect((await core.api['profiles.reveal']({ id })).key).toBe(KEY)
  })
})

it('many at once take about as long as the slowest, and none shows a wait of ours', async () => {
  const relay = await labForTest().relay({ models: ['claude-x'] })
  relay.setFault({ kind: 'slow-first-byte', ms: 150 })
  const jobs = Array.from({ length: 40 }, (_, at) => ({ profileId: String(at), plan: planFor(relay.url) }))
  const place = { platform: 'linux' as const, home: '/nowhere', env: {} }
  const start = Date.now()
  const reports = await testMany(jobs, { ...hasty, place, depth: 'free' })
  // Two requests of 150 ms each; one after the other they would take 12 s.
  expect(Date.now() - start).toBeLessThan(2000)
  expect(reports.map(({ verdict }) => verdict.outcome)).toEqual(jobs.map(() => 'reached'))
})
