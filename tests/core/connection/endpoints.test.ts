import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Events } from '../../../shared/events'
import { fastestOf } from '../../../shared/model/probe'
import { labForTest } from '../../support/lab/index'
import { relayInput } from '../../support/relay-input'
import { tempHome } from '../../support/temp-home'
import { KEY } from './probing'

const withEndpoints = (url: string, endpoints: readonly string[]) => {
  const input = relayInput('A', KEY, url)
  return { ...input, relay: { ...input.relay, endpoints } }
}

describe('the further endpoints of a profile', () => {
  it('are cleaned as the URL is, once each, and kept beside an edit of something else', async () => {
    const { core } = tempHome()
    const spellings = ['asia.relay.test/v1/', 'https://asia.relay.test', ' https://eu.relay.test/v1/messages ', '', 'https://relay.test/']
    const view = await core.api['profiles.add']({ profile: withEndpoints('https://relay.test', spellings) })
    expect(view.relay.endpoints).toEqual(['https://asia.relay.test', 'https://eu.relay.test'])
    const none = await core.api['profiles.edit']({ id: view.id, profile: withEndpoints('https://relay.test', []) })
    expect(none.relay.endpoints).toBeUndefined()
  })

  it('that cannot be read are named, and nothing is saved', async () => {
    const { core } = tempHome()
    const adding = core.api['profiles.add']({ profile: withEndpoints('https://relay.test', ['https://ok.test', 'ftp://x']) })
    await expect(adding).rejects.toMatchObject({ problem: { code: 'bad-url', message: { en: expect.stringContaining('ftp://x') } } })
    const many = Array.from({ length: 21 }, (_, n) => `https://r${n}.test`)
    await expect(core.api['profiles.add']({ profile: withEndpoints('https://relay.test', many) })).rejects.toMatchObject({
      problem: { code: 'too-many-endpoints' },
    })
    expect(await core.api['profiles.list']({})).toHaveLength(1)
  })

  it('are compared without tokens, told one by one, and the fastest that works is found', async () => {
    const lab = labForTest()
    const [slow, fast, strange] = [await lab.relay(), await lab.relay(), await lab.relay({ keys: ['sk-other'] })]
    slow.setFault({ kind: 'slow-first-byte', ms: 300 })
    const dead = await lab.refused()
    const { core, data } = tempHome()
    const urls = [slow.url, fast.url, strange.url, dead.url]
    const { id } = await core.api['profiles.add']({ profile: withEndpoints(slow.url, urls.slice(1)) })
    const told: Events['connection-endpoint'][] = []
    core.subscribe((name, payload) => void (name === 'connection-endpoint' && told.push(payload as Events['connection-endpoint'])))
    const { endpoints } = await core.api['connection.endpoints']({ profileId: id, run: 'mine' })
    expect(endpoints.map(({ url, verdict }) => [url, verdict.code])).toEqual([
      [slow.url, 'reached'],
      [fast.url, 'reached'],
      [strange.url, 'key-refused'],
      [dead.url, 'refused'],
    ])
    expect(endpoints[0]?.latencyMs).toBeGreaterThanOrEqual(300)
    expect(fastestOf(endpoints)?.url).toBe(fast.url)
    expect(told.map(({ run, report }) => [run, report.url]).toSorted()).toEqual(urls.map((url) => ['mine', url]).toSorted())
    for (const { body } of [...slow.requests, ...fast.requests]) expect(JSON.stringify(body)).not.toMatch(/messages|input|contents/)
    expect(JSON.stringify([endpoints, told])).not.toContain(KEY)

    const view = await core.api['connection.takeEndpoint']({ profileId: id, url: fast.url })
    expect(view.relay).toMatchObject({ url: fast.url, endpoints: [slow.url, strange.url, dead.url] })
    expect(view.tools.claude?.derived.baseUrl).toBe(fast.url)
    expect(JSON.parse(readFileSync(`${data}/profiles.json`, 'utf8')).profiles[0].relay.url).toBe(fast.url)
    expect(await core.api['profiles.reveal']({ id })).toEqual({ key: KEY })
    await expect(core.api['connection.takeEndpoint']({ profileId: id, url: 'https://not.test' })).rejects.toMatchObject({
      problem: { code: 'unknown-endpoint' },
    })
  })

  it('can be left before all are measured', async () => {
    const relay = await labForTest().relay()
    relay.setFault({ kind: 'hang-before-headers' })
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: withEndpoints(relay.url, [relay.url.replace('127.0.0.1', 'localhost')]) })
    const going = core.api['connection.endpoints']({ profileId: id, run: 'mine' })
    setTimeout(() => void core.api['connection.cancel']({ run: 'mine' }), 50)
    const { endpoints } = await going
    expect(endpoints.map(({ verdict, latencyMs }) => [verdict.outcome, latencyMs])).toEqual([
      ['cancelled', undefined],
      ['cancelled', undefined],
    ])
  })
})
