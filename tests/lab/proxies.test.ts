import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { expect, test } from 'vitest'
import { type Lab, labForTest, type ProxyFault, type ProxyOptions } from '../support/lab'
import { ask, chatHeaders, codeOf, modelsPath, say } from './client'
import { overSocks, overTunnel } from './proxy-client'

const login = { user: 'jo', password: 'p:ä ss' }
const wrong = { user: 'jo', password: 'no' }

const kinds = [
  ['connect', (lab: Lab, options?: ProxyOptions) => lab.httpProxy(options), overTunnel],
  ['socks5', (lab: Lab, options?: ProxyOptions) => lab.socksProxy(options), overSocks],
] as const

function getModels(socket: Socket): Promise<string> {
  return ask(`http://relay${modelsPath}`, { createConnection: () => socket, agent: undefined }).then(({ body }) => body.toString())
}

/** Settles as the promise does, or with `silence` after `ms`. */
function within<T>(ms: number, promise: Promise<T>): Promise<T | 'silence'> {
  return Promise.race([promise, new Promise<'silence'>((resolve) => setTimeout(resolve, ms, 'silence'))])
}

test.each(kinds)('%s: passes a request on, and writes down what went through', async (kind, start, go) => {
  const lab = labForTest()
  const relay = await lab.relay()
  const proxy = await start(lab)
  expect(proxy.urlWithLogin).toBe(proxy.url)
  const target = `127.0.0.1:${relay.port}`
  expect(await getModels(await go(proxy.port, { target }))).toContain('gpt-x')
  expect(proxy.seen).toMatchObject([{ kind, target, login: null, outcome: 'passed' }])
  expect(proxy.seen[0]?.sent).toBeGreaterThan(50)
  expect(proxy.seen[0]?.received).toBeGreaterThan(100)
})

test.each(kinds)('%s: a login is demanded, and the right one is taken', async (_kind, start, go) => {
  const lab = labForTest()
  const relay = await lab.relay()
  const proxy = await start(lab, { login })
  const target = `127.0.0.1:${relay.port}`
  await expect(go(proxy.port, { target })).rejects.toThrow(/407 Basic realm|no method/)
  await expect(go(proxy.port, { target, login: wrong })).rejects.toThrow(/407 Basic realm|login/)
  expect(relay.requests).toHaveLength(0)
  expect(await getModels(await go(proxy.port, { target, login }))).toContain('gpt-x')
  expect(proxy.seen.map(({ outcome, login }) => [outcome, login])).toEqual([
    ['wrong-login', null],
    ['wrong-login', wrong],
    ['passed', login],
  ])
  const { username, password } = new URL(proxy.urlWithLogin)
  expect([username, password].map(decodeURIComponent)).toEqual([login.user, login.password])
})

test.each(kinds)('%s: resolves names that only it knows, and stays on this machine', async (_kind, start, go) => {
  const lab = labForTest()
  const relay = await lab.relay()
  const proxy = await start(lab, { hosts: { 'relay.test': '127.0.0.1' } })
  expect(await getModels(await go(proxy.port, { target: `relay.test:${relay.port}` }))).toContain('gpt-x')
  const { port } = await lab.refused()
  for (const target of [`relay.other:${relay.port}`, `0.0.0.0:${relay.port}`, `127.0.0.1:${port}`]) {
    await expect(go(proxy.port, { target })).rejects.toThrow(/proxy (502|4)$/)
  }
  expect(proxy.seen.map(({ outcome }) => outcome)).toEqual(['passed', 'unreachable', 'unreachable', 'unreachable'])
})

const failures: readonly (readonly [ProxyFault, string, string])[] = [
  ['drops', 'socket hang up', 'proxy fin'],
  ['resets', 'read ECONNRESET', 'read ECONNRESET'],
  ['forbids', 'proxy 403', 'proxy 2'],
  ['bad-gateway', 'proxy 502', 'proxy 1'],
]

test.each(failures)('%s: HTTP says "%s", SOCKS "%s"; and is healed', async (fault, http, socks) => {
  const lab = labForTest()
  const relay = await lab.relay()
  for (const [kind, start, go] of kinds) {
    const proxy = await start(lab, { fault })
    const target = `127.0.0.1:${relay.port}`
    await expect(go(proxy.port, { target })).rejects.toThrow(kind === 'connect' ? http : socks)
    expect(proxy.seen).toMatchObject([{ kind, target, outcome: fault }])
    proxy.setFault(null)
    expect(await getModels(await go(proxy.port, { target }))).toContain('gpt-x')
  }
})

test.each(kinds)('%s: hangs without an answer', async (_kind, start, go) => {
  const lab = labForTest()
  const proxy = await start(lab, { fault: 'hangs' })
  expect(await within(250, go(proxy.port, { target: '127.0.0.1:9' }))).toBe('silence')
  expect(proxy.seen).toMatchObject([{ outcome: 'hangs' }])
})

test.each(kinds)('%s: a tunnel opens and then drops, or hangs', async (_kind, start, go) => {
  const lab = labForTest()
  const relay = await lab.relay()
  const proxy = await start(lab, { fault: 'drops-tunnel' })
  const target = `127.0.0.1:${relay.port}`
  expect(await codeOf(getModels(await go(proxy.port, { target })))).toBe('ECONNRESET')
  proxy.setFault('hangs-tunnel')
  const socket = await go(proxy.port, { target })
  expect(await within(250, getModels(socket))).toBe('silence')
  expect(relay.requests).toHaveLength(0)
})

test('a web page in place of a tunnel', async () => {
  const lab = labForTest()
  const http = await lab.httpProxy({ fault: 'html' })
  await expect(overTunnel(http.port, { target: '127.0.0.1:9' })).rejects.toThrow('proxy 511')
  const socks = await lab.socksProxy({ fault: 'html' })
  expect((await say(socks.port, Uint8Array.of(5, 1, 0))).said).toMatch(/^HTTP\/1.1 400[\s\S]*<html>/)
})

test('a late proxy is late', async () => {
  const lab = labForTest()
  const relay = await lab.relay()
  for (const [, start, go] of kinds) {
    const proxy = await start(lab, { delayMs: 120 })
    const begun = performance.now()
    const socket = await go(proxy.port, { target: `127.0.0.1:${relay.port}` })
    expect(performance.now() - begun).toBeGreaterThan(115)
    socket.destroy()
  }
})

test('absolute URLs: passed on without the login, refused with 407, 403 and 502', async () => {
  const lab = labForTest()
  const relay = await lab.relay()
  const proxy = await lab.httpProxy({ login, hosts: { 'relay.test': '127.0.0.1' } })
  const via = (headers: Readonly<Record<string, string>>, path = `http://relay.test:${relay.port}${modelsPath}`) =>
    ask(proxy.url, { path, headers: { ...chatHeaders, ...headers } })
  const right = { 'proxy-authorization': `Basic ${Buffer.from('jo:p:ä ss').toString('base64')}` }
  const refused = await via({})
  expect([refused.status, refused.headers['proxy-authenticate']]).toEqual([407, 'Basic realm="lab"'])
  const passed = await via(right)
  expect(passed.body.toString()).toContain('gpt-x')
  expect(relay.requests[0]?.headers).not.toHaveProperty('proxy-authorization')
  expect((await via(right, 'http://192.0.2.1/')).status).toBe(502)
  expect((await via(right, '/v1/models')).status).toBe(400)
  proxy.setFault('forbids')
  expect((await via(right)).status).toBe(403)
  proxy.setFault('drops')
  expect(await codeOf(via(right))).toBe('ECONNRESET')
  expect(proxy.seen.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
    'absolute wrong-login',
    'absolute passed',
    'absolute unreachable',
    'absolute forbids',
    'absolute drops',
  ])
})

test('a stream through a proxy keeps its pace', async () => {
  const lab = labForTest()
  const relay = await lab.relay({ gapMs: 30 })
  for (const [, start, go] of kinds) {
    const proxy = await start(lab)
    const socket = await go(proxy.port, { target: `127.0.0.1:${relay.port}` })
    const body = JSON.stringify({ model: 'gpt-x', messages: [], stream: true })
    const head = `POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk-good\r\nContent-Length: ${body.length}\r\n\r\n`
    const times: number[] = []
    socket.on('data', () => times.push(performance.now()))
    socket.write(head + body)
    while (times.length < 5) await once(socket, 'data')
    socket.destroy()
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(80)
  }
})

test('an intercepting proxy shows its own certificate for the host asked for, and passes the answer', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('good')
  const proxy = await lab.httpProxy({ intercepts: true, hosts: { 'relay.test': '127.0.0.1' } })
  const secure = async (ca: string) => {
    const tunnel = await overTunnel(proxy.port, { target: `relay.test:${relay.port}` })
    const socket = tlsConnect({ socket: tunnel, servername: 'relay.test', ca })
    await once(socket, 'secureConnect')
    return socket
  }
  expect(await codeOf(secure(lab.caPem()))).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')
  const socket = await secure(lab.interceptorPem())
  expect(socket.getPeerCertificate()).toMatchObject({ subject: { CN: 'relay.test' }, issuer: { CN: 'Zscaler Intermediate CA' } })
  expect(await getModels(socket)).toContain('gpt-x')
})

test('a dead proxy refuses', async () => {
  const place = await labForTest().refused()
  expect(await codeOf(overTunnel(place.port, { target: '127.0.0.1:9' }))).toBe('ECONNREFUSED')
})
