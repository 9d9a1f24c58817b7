import { describe, expect, it } from 'vitest'
import { labForTest } from '../../support/lab/index'
import { probe, statesOf } from './probing'

const through = (url: string) => ({ http_proxy: url, https_proxy: url })
const login = { user: 'me', password: 'p@ss:w%rd' }

describe('a proxy', () => {
  it.each(['http', 'https'] as const)('is used for %s, each phase timed, and shown without its login', async (scheme) => {
    const lab = labForTest()
    const relay = scheme === 'http' ? await lab.relay() : await lab.tlsRelay('good')
    const trust = { NODE_EXTRA_CA_CERTS: lab.caFile(), SSL_CERT_FILE: lab.caFile() }
    const proxies = [
      await lab.httpProxy({ login, delayMs: 20 }),
      await lab.socksProxy({ login }),
      await lab.httpProxy(),
      await lab.socksProxy(),
    ]
    for (const proxy of proxies) {
      const report = await probe(relay.url, { tool: 'codex', env: { ...trust, ...through(proxy.urlWithLogin) } })
      expect(report.verdict.outcome).toBe('works')
      expect(report.route).toMatchObject({ proxy: `127.0.0.1:${proxy.port}`, variable: `${scheme}_proxy` })
      expect(report.timings?.proxyMs).toBeGreaterThan(0)
      expect(proxy.seen.length).toBeGreaterThan(0)
      expect(JSON.stringify(report)).not.toContain('p%40ss')
    }
  })

  it('is asked for a tunnel for http by Gemini CLI alone, as the tool does', async () => {
    const lab = labForTest()
    const relay = await lab.relay()
    const proxy = await lab.httpProxy()
    expect((await probe(relay.url, { tool: 'gemini', env: through(proxy.url) })).verdict.outcome).toBe('works')
    expect((await probe(relay.url, { tool: 'codex', env: through(proxy.url) })).verdict.outcome).toBe('works')
    expect(proxy.seen.map(({ kind }) => kind)).toEqual(['connect', 'connect', 'absolute', 'absolute'])
  })

  it('that is dead is told apart from a dead relay, and what is enough is said', async () => {
    const lab = labForTest()
    const relay = await lab.relay()
    const dead = await lab.refused()
    const report = await probe(relay.url, { env: through(dead.url) })
    expect(report.verdict).toMatchObject({ outcome: 'fails', layer: 'proxy', code: 'proxy-dead', guide: 6 })
    expect(report.verdict.cure.en).toContain(`NO_PROXY=127.0.0.1:${relay.port}`)
    expect(report.compare).toMatchObject([
      { way: 'proxy', failure: {} },
      { way: 'direct', timings: {} },
    ])
    expect(statesOf(report)).toEqual({ url: 'ok', proxy: 'fail' })
  })

  it('that is dead is left out where NO_PROXY says so', async () => {
    const lab = labForTest()
    const relay = await lab.relay()
    const env = { ...through((await lab.refused()).url), NO_PROXY: 'localhost,127.0.0.1' }
    const report = await probe(relay.url, { env })
    expect([report.verdict.outcome, report.route.kind]).toEqual(['works', 'direct'])
  })

  it('wants a login that is missing or wrong', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    for (const proxy of [await lab.httpProxy({ login }), await lab.socksProxy({ login })]) {
      for (const url of [proxy.url, proxy.url.replace('//', '//me:wrong@')]) {
        const { verdict } = await probe(relay.url, { tool: 'codex', env: through(url) })
        expect(verdict).toMatchObject({ layer: 'proxy', code: 'proxy-login' })
      }
    }
  })

  it.each(['drops', 'resets', 'hangs', 'drops-tunnel', 'hangs-tunnel', 'forbids', 'bad-gateway', 'html'] as const)(
    'that %s is blamed, not the relay',
    async (fault) => {
      const lab = labForTest()
      const relay = await lab.tlsRelay('good')
      const env = { SSL_CERT_FILE: lab.caFile() }
      for (const proxy of [await lab.httpProxy({ fault }), await lab.socksProxy({ fault })]) {
        const { verdict } = await probe(relay.url, { tool: 'codex', env: { ...env, ...through(proxy.url) } })
        expect(verdict).toMatchObject({ outcome: 'fails', layer: 'proxy' })
        expect(verdict.cure.en).toContain('NO_PROXY')
      }
    },
  )

  it('that opens TLS itself is told as interception', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    const proxy = await lab.httpProxy({ intercepts: true })
    const { verdict } = await probe(relay.url, { env: { NODE_EXTRA_CA_CERTS: lab.caFile(), ...through(proxy.url) } })
    expect(verdict).toMatchObject({ layer: 'tls', code: 'cert-interception' })
  })

  it('of another kind than its setting says is told', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    const wrong = (await lab.httpProxy()).url.replace('http:', 'socks5:')
    expect((await probe(relay.url, { tool: 'codex', env: through(wrong) })).verdict).toMatchObject({ layer: 'proxy', code: 'proxy-kind' })
    expect((await probe(relay.url, { env: through('http://') })).verdict).toMatchObject({ layer: 'proxy', code: 'proxy-setting' })
  })

  it('is compared with the direct way, side by side, over http and SOCKS', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    for (const { url } of [await lab.httpProxy({ delayMs: 40 }), await lab.socksProxy({ delayMs: 40 })]) {
      const { compare } = await probe(relay.url, { tool: 'codex', depth: 'deep', env: { SSL_CERT_FILE: lab.caFile(), ...through(url) } })
      expect(compare?.map(({ way, timings }) => [way, timings !== undefined])).toEqual([
        ['proxy', true],
        ['direct', true],
      ])
      const [slow = 0, quick = 0] = compare?.map(({ timings }) => timings?.proxyMs ?? 0) ?? []
      expect([slow >= 30, quick]).toEqual([true, 0])
    }
  })

  it('of the kind SOCKS is a warning for tools that cannot use it', async () => {
    const lab = labForTest()
    const relay = await lab.relay()
    const { verdict } = await probe(relay.url, { env: through((await lab.socksProxy()).url) })
    expect(verdict).toMatchObject({ outcome: 'warns', code: 'proxy-socks' })
  })
})
