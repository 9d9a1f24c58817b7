import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { systemCertificates, TrustStore } from '../../../electron/core/connection/net/trust'
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

  it.each([
    ['expired', 'cert-expired', -45],
    ['not-yet-valid', 'cert-not-yet', 45],
  ] as const)('that is %s by our clock and good by the server’s leads to the clock, with both times', async (kind, code, days) => {
    const lab = labForTest()
    const relay = await lab.tlsRelay(kind)
    const verdict = async () => (await probe(relay.url, { env: { NODE_EXTRA_CA_CERTS: lab.caFile() } })).verdict
    expect(await verdict()).toMatchObject({ code })
    relay.setFault({ kind: 'skewed-clock', seconds: days * 86_400 })
    const day = (time: number) => new Date(time).toISOString().slice(0, 10)
    const told = await verdict()
    expect(told).toMatchObject({ code: 'clock-wrong', layer: 'tls', guide: 13 })
    for (const shown of [day(Date.now()), day(Date.now() + days * 86_400_000)]) expect(told.cause.en).toContain(shown)
    expect(told.cure.en).toMatch(/time|clock/i)
  })

  it('whose CA the operating system trusts is good for the tools that read its store, and told for the one that does not', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    const trusted = (pem: readonly string[]) => new TrustStore(new Map(), () => pem)
    const codes = async (trustStore: TrustStore) =>
      Promise.all(tools.map(async (tool) => (await probe(relay.url, { tool, trustStore })).verdict.code))
    expect(await codes(trusted([lab.caPem()]))).toEqual(['works', 'works', 'cert-tool-ca'])
    expect(await codes(trusted([]))).toEqual(['cert-unknown-ca', 'cert-unknown-ca', 'cert-unknown-ca'])
  })

  it.runIf(existsSync('/etc/ssl/certs/ca-certificates.crt'))('of the operating system are all read', () => {
    const bundle = readFileSync('/etc/ssl/certs/ca-certificates.crt', 'latin1').match(/-----BEGIN CERTIFICATE-----/g) ?? []
    expect(systemCertificates().length).toBeGreaterThanOrEqual(bundle.length)
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
