import { expect, it } from 'vitest'
import { labForTest, lookupFor, unknownHost } from '../../support/lab/index'
import { probe, statesOf } from './probing'

const https = (url: string): string => url.replace('http:', 'https:')

it('a port where nothing listens is refused, at the layer tcp', async () => {
  const report = await probe((await labForTest().refused()).url)
  expect(report.verdict).toMatchObject({ outcome: 'fails', layer: 'tcp', code: 'refused', guide: 6 })
  expect(statesOf(report)).toEqual({ url: 'ok', proxy: 'skipped', dns: 'skipped', tcp: 'fail' })
})

it('a black hole ends by its time limit', async () => {
  const { verdict } = await probe((await labForTest().blackHole()).url)
  expect(verdict).toMatchObject({ layer: 'tcp', code: 'connect-timeout' })
})

it('an unknown name is the layer dns', async () => {
  const { verdict } = await probe(`https://${unknownHost}`, { lookup: lookupFor({}) })
  expect(verdict).toMatchObject({ layer: 'dns', code: 'dns-unknown' })
})

it('a DNS server that is slow beyond measure ends by its time limit', async () => {
  const { verdict } = await probe('https://relay.test', { lookup: lookupFor({ 'relay.test': ['127.0.0.1'] }, 3000), timeouts: { dns: 50 } })
  expect(verdict).toMatchObject({ layer: 'dns', code: 'dns-unreachable' })
})

it('a server that never speaks is told by layer', async () => {
  const silent = await labForTest().silent()
  expect((await probe(silent.url)).verdict).toMatchObject({ layer: 'http', code: 'no-answer' })
  expect((await probe(https(silent.url))).verdict).toMatchObject({ layer: 'tls', code: 'tls-broken' })
})

it('http and https mixed up are told in both directions', async () => {
  const lab = labForTest()
  expect((await probe(https((await lab.relay()).url))).verdict).toMatchObject({ layer: 'tls', code: 'tls-plain-http' })
  const { url } = await lab.tlsRelay('good')
  expect((await probe(url.replace('https:', 'http:'))).verdict).toMatchObject({ layer: 'http', code: 'https-expected' })
})

it.each(['accept', 'first-bytes'] as const)('a server that drops everybody (%s) never passes', async (at) => {
  const lab = labForTest()
  for (const how of ['reset', 'fin'] as const) {
    const { verdict } = await probe((await lab.dropping({ at, how })).url)
    expect(verdict).toMatchObject({ outcome: 'fails', guide: 6 })
  }
})

it('a dead first address does not keep from the second', async () => {
  const relay = await labForTest().relay()
  const lookup = lookupFor({ localhost: ['::1', '127.0.0.1'] })
  const report = await probe(relay.url.replace('127.0.0.1', 'localhost'), { lookup, depth: 'deep' })
  expect(report.verdict.outcome).toBe('works')
  expect(report.compare).toMatchObject([
    { way: 'ipv4', timings: {} },
    { way: 'ipv6', failure: {} },
  ])
})

it('phases are measured each on its own', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('good')
  const far = await lab.far(relay.port, 30)
  relay.setFault({ kind: 'slow-first-byte', ms: 100 })
  const lookup = lookupFor({ localhost: ['127.0.0.1'] }, 40)
  const { timings } = await probe(`https://localhost:${far.port}`, { lookup, depth: 'free', env: { NODE_EXTRA_CA_CERTS: lab.caFile() } })
  const { dnsMs = 0, tcpMs = 99, tlsMs = 0, firstByteMs = 0, totalMs = 0 } = timings ?? {}
  expect(dnsMs).toBeGreaterThanOrEqual(38)
  expect(tcpMs).toBeLessThan(30)
  expect(tlsMs).toBeGreaterThanOrEqual(28)
  expect(firstByteMs).toBeGreaterThanOrEqual(125)
  expect(totalMs).toBeGreaterThanOrEqual(dnsMs + tcpMs + tlsMs + firstByteMs - 1)
})

it('can be ended at any time, and then says so', async () => {
  const relay = await labForTest().relay()
  relay.setFault({ kind: 'hang-before-headers' })
  const control = new AbortController()
  setTimeout(() => control.abort(), 60)
  const start = Date.now()
  const report = await probe(relay.url, { signal: control.signal })
  expect(report.verdict.outcome).toBe('cancelled')
  expect(Date.now() - start).toBeLessThan(1000)
})
