import { describe, expect, it } from 'vitest'
import { labForTest, type TlsKind } from '../../support/lab/index'
import { KEY, probe, statesOf, tools } from './probing'

const bad: readonly (readonly [TlsKind, string, string])[] = [
  ['expired', 'cert-expired', 'expired'],
  ['not-yet-valid', 'cert-not-yet', 'valid only from'],
  ['wrong-host', 'cert-wrong-host', 'relay.other.example'],
  ['self-signed', 'cert-self-signed', 'itself'],
  ['unknown-ca', 'cert-unknown-ca', 'Somebody Else Root CA'],
  ['unknown-ca-in-chain', 'cert-unknown-ca', 'Somebody Else Root CA'],
  ['missing-intermediate', 'cert-missing-intermediate', 'Intermediate CA'],
  ['intercepted', 'cert-interception', 'Zscaler'],
  ['tls-1.1-only', 'tls-version', 'TLS'],
]

describe('a certificate', () => {
  it.each(bad)('that is %s is told, for every tool, and the key is not sent', async (kind, code, said) => {
    const lab = labForTest()
    const relay = await lab.tlsRelay(kind)
    const env = { NODE_EXTRA_CA_CERTS: lab.caFile(), SSL_CERT_FILE: lab.caFile() }
    for (const tool of tools) {
      const report = await probe(relay.url, { tool, env })
      expect({ tool, ...report.verdict }).toMatchObject({ tool, outcome: 'fails', layer: 'tls', code, guide: 13 })
      expect(report.verdict.cause.en).toContain(said)
      expect(report.verdict.cure.en).not.toMatch(/REJECT_UNAUTHORIZED|--insecure|switch.* off/i)
      expect(statesOf(report)).toMatchObject({ tcp: 'ok', tls: 'fail' })
    }
    expect(JSON.stringify(relay.requests)).not.toContain(KEY)
  })

  it('says where each tool takes a further one', async () => {
    const relay = await labForTest().tlsRelay('unknown-ca')
    const cures = await Promise.all(tools.map(async (tool) => (await probe(relay.url, { tool })).verdict.cure.en))
    expect(cures[0]).toContain('NODE_EXTRA_CA_CERTS')
    expect(cures[1]).toContain('CODEX_CA_CERTIFICATE')
    expect(cures[2]).toContain('in your shell')
  })

  it('that another variable makes good is told apart from one that nobody trusts', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    const { verdict } = await probe(relay.url, { tool: 'codex', env: { NODE_EXTRA_CA_CERTS: lab.caFile() } })
    expect(verdict).toMatchObject({ code: 'cert-tool-ca', outcome: 'fails' })
    expect(verdict.cure.en).toContain('CODEX_CA_CERTIFICATE')
  })

  it('that is good, read with a clock that is off, leads to the clock', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('expired')
    relay.setFault({ kind: 'skewed-clock', seconds: -45 * 86_400 })
    const { verdict } = await probe(relay.url, { env: { NODE_EXTRA_CA_CERTS: lab.caFile() } })
    expect(verdict.code).toBe('clock-wrong')
  })

  it('file that cannot be read is a warning, and so is a check that is switched off', async () => {
    const relay = await labForTest().relay()
    const report = await probe(relay.url, { env: { NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem', NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
    expect(report.verdict.outcome).toBe('warns')
    expect([report.verdict, ...report.warnings].map(({ code }) => code)).toEqual(expect.arrayContaining(['ca-file', 'tls-check-off']))
  })

  it('is checked even where the terminal says not to', async () => {
    const relay = await labForTest().tlsRelay('self-signed')
    const { verdict } = await probe(relay.url, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
    expect(verdict.code).toBe('cert-self-signed')
  })
})

it.each(['tls', 'clear'] as const)('a server with HTTP/2 only (%s) is told', async (over) => {
  const lab = labForTest()
  const relay = await lab.http2Relay(over)
  const { verdict } = await probe(relay.url, { env: { NODE_EXTRA_CA_CERTS: lab.caFile() } })
  expect(verdict).toMatchObject({ outcome: 'fails', code: 'http2-only' })
})
