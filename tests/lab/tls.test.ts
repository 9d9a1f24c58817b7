import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { labForTest, type TlsKind, tlsKinds } from '../support/lab'
import { ask, codeOf, modelsPath } from './client'

const verdicts: Readonly<Record<TlsKind, string>> = {
  good: 'none',
  'good-with-intermediate': 'none',
  expired: 'CERT_HAS_EXPIRED',
  'not-yet-valid': 'CERT_NOT_YET_VALID',
  'wrong-host': 'ERR_TLS_CERT_ALTNAME_INVALID',
  'self-signed': 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'unknown-ca': 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'unknown-ca-in-chain': 'SELF_SIGNED_CERT_IN_CHAIN',
  'missing-intermediate': 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  intercepted: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  // Node's https client says EPROTO, tls.connect ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION.
  'tls-1.1-only': 'EPROTO',
}

function handshake(port: number, options: ConnectionOptions): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', ...options }, () => resolve(socket))
    socket.once('error', reject)
  })
}

test('the table of verdicts names every kind', () => {
  expect(Object.keys(verdicts).sort()).toEqual([...tlsKinds].sort())
})

test.each(tlsKinds)('%s: a client that trusts the root of the lab sees exactly this fault', async (kind) => {
  const lab = labForTest()
  const relay = await lab.tlsRelay(kind)
  expect(relay.url).toBe(`https://127.0.0.1:${relay.port}`)
  expect(await codeOf(ask(relay.url + modelsPath, { ca: lab.caPem() }))).toBe(verdicts[kind])
  expect(relay.requests).toHaveLength(verdicts[kind] === 'none' ? 1 : 0)
})

test.each(tlsKinds.filter((kind) => kind !== 'tls-1.1-only'))('%s: behind the certificate stands a healthy relay', async (kind) => {
  const relay = await labForTest().tlsRelay(kind)
  const answer = await ask(relay.url + modelsPath, { rejectUnauthorized: false })
  expect(answer.body.toString()).toContain('gpt-x')
})

test('tls-1.1-only: answers a client that still speaks TLS 1.1', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('tls-1.1-only')
  const socket = await handshake(relay.port, { ca: lab.caPem(), minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' })
  expect(socket.getProtocol()).toBe('TLSv1.1')
  socket.destroy()
})

test('a client without the root of the lab trusts none of it, not even good', async () => {
  const relay = await labForTest().tlsRelay('good')
  expect(await codeOf(ask(relay.url + modelsPath))).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
})

test('good is good by every name of this machine, over IPv6 too', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('good')
  const six = await lab.tlsRelay('good', { host: '::1' })
  const { port } = relay
  for (const url of [`https://localhost:${port}`, `https://127.0.0.1:${port}`, six.url]) {
    const answer = await ask(url + modelsPath, { ca: lab.caPem(), family: url === six.url ? 6 : 4 })
    expect(answer.status).toBe(200)
  }
})

test('intercepted: the issuer is named like the company proxy, and its root heals it', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('intercepted')
  const socket = await handshake(relay.port, { rejectUnauthorized: false })
  expect(socket.getPeerCertificate().issuer).toMatchObject({ CN: 'Zscaler Intermediate CA', O: 'Zscaler Inc.' })
  socket.destroy()
  expect(await codeOf(ask(relay.url + modelsPath, { ca: lab.interceptorPem() }))).toBe('none')
})

test('missing-intermediate: the certificate says where the missing one is, and with it the chain is whole', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('missing-intermediate')
  const socket = await handshake(relay.port, { rejectUnauthorized: false })
  const urls = socket.getPeerCertificate().infoAccess?.['CA Issuers - URI'] ?? []
  socket.destroy()
  const fetched = await ask(urls[0] ?? '')
  const intermediate = new X509Certificate(fetched.body)
  expect(intermediate.checkIssued(new X509Certificate(lab.caPem()))).toBe(true)
  const ca = [lab.caPem(), intermediate.toString()]
  expect(await codeOf(ask(relay.url + modelsPath, { ca }))).toBe('none')
})

test('unknown-ca: the certificate does not say where its issuer is', async () => {
  const relay = await labForTest().tlsRelay('unknown-ca')
  const socket = await handshake(relay.port, { rejectUnauthorized: false })
  expect(socket.getPeerCertificate().infoAccess).toBeUndefined()
  socket.destroy()
})

test('a reset through TLS is a reset', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('good')
  relay.setFault({ kind: 'reset' })
  expect(await codeOf(ask(relay.url + modelsPath, { ca: lab.caPem() }))).toBe('ECONNRESET')
  relay.setFault({ kind: 'truncated-stream', ending: 'cut' })
  expect(await codeOf(ask(relay.url + modelsPath, { ca: lab.caPem() }))).toBe('ECONNRESET')
})

test('the CA file holds the root, works as NODE_EXTRA_CA_CERTS, and goes with the lab', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('good-with-intermediate')
  const file = lab.caFile()
  expect(readFileSync(file, 'utf8')).toBe(lab.caPem())
  const script = `require('https').get(process.argv[1], { headers: { authorization: 'Bearer sk-good' } }, (a) => process.exit(a.statusCode === 200 ? 0 : 3))`
  const child = spawn(process.execPath, ['-e', script, relay.url + modelsPath], { env: { ...process.env, NODE_EXTRA_CA_CERTS: file } })
  const [status] = await once(child, 'exit')
  expect(status).toBe(0)
  await lab.close()
  expect(() => readFileSync(file)).toThrow('ENOENT')
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

test.runIf(hasOpenssl)('openssl accepts our certificates in its strict mode', () => {
  const lab = labForTest()
  const root = lab.caFile()
  expect(execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', root, root], { encoding: 'utf8' })).toContain('OK')
})
