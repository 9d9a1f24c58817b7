import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../cli/terminal'
import { labForTest } from '../support/lab'
import { closedPort } from '../support/local-ports'
import { bench, KEY, MODELS, told } from './bench'

beforeAll(ensureBuilt, 60_000)

const deadAddress = async (): Promise<string> => `http://127.0.0.1:${await closedPort()}`

describe('1. 401 Unauthorized / Invalid API Key', () => {
  it('a revoked key is named, with where to get a new one', async () => {
    const { finding } = await bench({ key: 'sk-revoked-0123456789abcdef' })
    // With the request to try by hand, for those who want to see it.
    expect(await finding('relay-key')).toMatchObject({ ...told(/key/i, /key/i), curl: { tool: 'claude', step: 'models' } })
  })
  it('a key that was copied with “Bearer” is mended', async () => {
    const { change, doctor, finding } = await bench()
    expect(await finding('relay-key')).toMatchObject({ severity: 'ok' })
    change('.claude/settings.json', (content) => content.replace(KEY, `Bearer ${KEY}`))
    expect(await finding('key-format')).toMatchObject({ ...told(/something around it/, /Take it away/), fixable: true })
    await doctor('--fix', 'key-format')
    expect(await finding('key-format')).toMatchObject({ severity: 'ok' })
    expect(await finding('live-matches-profile')).toMatchObject({ severity: 'ok' })
  })
})

describe('2. 403 Forbidden', () => {
  it('a key without the right to the model is named', async () => {
    const { relay, finding } = await bench()
    relay.setFault({ kind: 'plan-403' })
    expect(await finding('relay-permission')).toMatchObject(told(/plan|allow|permission|model/i, /./))
    relay.setFault(null)
    expect(await finding('relay-permission')).toMatchObject({ severity: 'ok' })
  })
})

describe('3. 404 Not Found / Model Not Found', () => {
  it('a model that the relay does not have is named, with names that it has', async () => {
    const { finding } = await bench({ models: { codex: 'gpt-5-codexx' } })
    const found = await finding('relay-model')
    expect(found).toMatchObject(told(/gpt-5-codexx|model/i, /./))
    expect(JSON.stringify(found)).toContain('gpt-5-codex"')
  })
})

describe('4. 429 Too Many Requests / Rate Limited', () => {
  it('the limit is named, with how long to wait', async () => {
    const { relay, finding } = await bench()
    relay.setFault({ kind: 'status', status: 429 })
    expect(await finding('relay-rate-limit')).toMatchObject(told(/limit|429|many|no more requests/i, /wait|later|limit/i))
    relay.setFault(null)
    expect(await finding('relay-rate-limit')).toMatchObject({ severity: 'ok' })
  }, 60_000)
})

describe('5. 500 Internal Server Error', () => {
  it('an error of the relay is told from one of yours', async () => {
    const { relay, finding } = await bench()
    relay.setFault({ kind: 'status', status: 500 })
    expect(await finding('relay-error')).toMatchObject(told(/relay|500/i, /again|model|relay/i))
    relay.setFault(null)
    expect(await finding('relay-error')).toMatchObject({ severity: 'ok' })
  }, 60_000)
})

describe('6. Connection Timeout', () => {
  it('an address where nothing answers is named', async () => {
    const { finding } = await bench({ url: await deadAddress() })
    expect(await finding('relay-reachable')).toMatchObject(told(/refused|nothing|answer|reach/i, /./))
  })
  it('a dead proxy in .bashrc is found and commented out', async () => {
    const { put, doctor, finding, read } = await bench()
    const proxy = await deadAddress()
    put('.bashrc', `export HTTPS_PROXY=${proxy}\n`)
    expect(await finding('proxy-dead')).toMatchObject({
      ...told(/HTTPS_PROXY .*does not answer/, /Start the proxy program/),
      fixable: true,
    })
    await doctor('--fix', 'proxy-dead')
    expect(read('.bashrc')).toContain(`# export HTTPS_PROXY=${proxy}`)
    expect(await finding('proxy-dead')).toMatchObject({ severity: 'skip' })
  })
})

describe('10. Streaming Not Working', () => {
  it('a relay that holds the answer back is told from one that streams', async () => {
    const { relay, finding } = await bench({ gapMs: 60 })
    expect(await finding('relay-streaming')).toMatchObject({ severity: 'ok' })
    relay.setFault({ kind: 'buffered-stream', ms: 250 })
    const found = await finding('relay-streaming')
    expect(found).toMatchObject({ cause: expect.stringMatching(/stream|once|buffer/i), cure: expect.stringMatching(/./) })
    expect(['warn', 'fail']).toContain(found.severity)
  }, 60_000)
})

describe('13. SSL/TLS Errors', () => {
  it('a certificate of an unknown CA is named with where to put the CA, never with switching the check off', async () => {
    const relay = await labForTest().tlsRelay('unknown-ca', { keys: [KEY], models: MODELS })
    const { finding } = await bench({ relay })
    const found = await finding('relay-tls')
    expect(found).toMatchObject(told(/certificate|CA/i, /NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|CA/))
    expect(found.cure).not.toContain('NODE_TLS_REJECT_UNAUTHORIZED')
  }, 60_000)

  it("the guide's last resort is named as a danger and taken out", async () => {
    const { put, doctor, finding, read } = await bench()
    put('.zshrc', 'export NODE_TLS_REJECT_UNAUTHORIZED=0\n')
    put('.bashrc', 'export NODE_TLS_REJECT_UNAUTHORIZED=0\n')
    expect(await finding('tls-verification', '--offline')).toMatchObject(told(/others can read the key/, /NODE_EXTRA_CA_CERTS/, 'warn'))
    await doctor('--offline', '--fix', 'tls-verification')
    expect(await finding('tls-verification', '--offline')).toMatchObject({ severity: 'ok' })
    expect(read('.bashrc')).toContain('# export NODE_TLS_REJECT_UNAUTHORIZED=0')
    expect(await finding('relay-tls')).toMatchObject({ severity: 'ok' })
  }, 60_000)

  it('the clock is looked at', async () => {
    const { finding } = await bench()
    expect(await finding('clock', '--offline')).toMatchObject({ severity: 'ok' })
  })
})

describe('11. Wrong Base URL Format, seen from the relay', () => {
  it('a web page with status 200 is no API', async () => {
    const { relay, finding } = await bench()
    relay.setFault({ kind: 'html-200' })
    expect(await finding('relay-base-url')).toMatchObject(told(/page|HTML/i, /./))
    expect((await finding('relay-other')).severity).toBe('skip')
    relay.setFault(null)
    expect(await finding('relay-other')).toMatchObject({ severity: 'ok' })
  }, 60_000)
})
