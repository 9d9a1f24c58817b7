import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt, openTerminal, program, type Terminal } from '../cli/terminal'
import { type RawRequest, rawSocket, requestText, sendRaw, serveFor, type Victim, verdictOf } from './attacker'

const KEY = 'sk-Prize'
const renderer = path.resolve(path.dirname(program), '../renderer')

beforeAll(async () => {
  await ensureBuilt()
  if (existsSync(path.join(renderer, 'index.html'))) return
  mkdirSync(renderer, { recursive: true })
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><title>Switchyard</title>')
}, 60_000)

let terminal: Terminal
let victim: Victim
let cookie: string
/** Sends a request that is right but for the attack. */
let attack: (request: RawRequest, wait?: number) => Promise<string>

beforeEach(async () => {
  terminal = openTerminal()
  await terminal.add('Prize')
  victim = await serveFor(terminal)
  const login = await sendRaw(
    victim.port,
    requestText(victim.origin, { target: '/api/login', body: JSON.stringify({ token: victim.token }) }),
  )
  cookie = /Set-Cookie: ([^;]+)/.exec(login)?.[1] ?? ''
  attack = (request, wait) =>
    sendRaw(victim.port, requestText(victim.origin, { ...request, headers: { Cookie: cookie, ...request.headers } }), wait)
})

const list = JSON.stringify({ method: 'profiles.list', input: {} })
/** The server is there, answers its own page, and has told nobody the key. */
async function standsUnharmed(): Promise<void> {
  expect(await attack({ body: list })).toContain('"Prize"')
  expect(victim.child.exitCode).toBeNull()
  expect(victim.said()).not.toContain(KEY)
}

it('the ruler is straight: the page’s own call is answered', () => standsUnharmed())

describe('a foreign page', () => {
  it.each([
    ['under a name that was rebound to this machine', { Host: 'evil.test' }, '421 wrong-host'],
    ['under such a name with our port', { Host: 'evil.test:4783', Origin: 'http://evil.test:4783' }, '421 wrong-host'],
    ['under a name that only begins like ours', { Host: '127.0.0.1.evil.test' }, '421 wrong-host'],
    ['under the address of a cloud’s metadata', { Host: '169.254.169.254' }, '421 wrong-host'],
    ['with its own origin', { Origin: 'https://evil.test' }, '403 wrong-origin'],
    ['from another port of this machine', { Origin: 'http://127.0.0.1:1' }, '403 wrong-origin'],
    ['from a sandboxed frame', { Origin: 'null' }, '403 wrong-origin'],
    ['without an origin', { Origin: undefined }, '403 wrong-origin'],
    ['as a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, '415 wrong-content-type'],
    ['as plain text, which needs no preflight', { 'Content-Type': 'text/plain' }, '415 wrong-content-type'],
  ])('%s is refused, also with the cookie', async (_, headers, verdict) => {
    const answer = await attack({ headers, body: list })
    expect(verdictOf(answer)).toBe(verdict)
    expect(answer).not.toContain('Prize')
    await standsUnharmed()
  })

  it('gets no answer without any host', async () => {
    expect(verdictOf(await attack({ headers: { Host: undefined }, body: list }))).toBe('400')
  })
})

describe('a thief', () => {
  it('without the cookie, with a guessed one, or with the token as one, is signed out', async () => {
    const name = cookie.split('=')[0]
    for (const Cookie of [undefined, `${name}=`, `${name}=${'A'.repeat(43)}`, `${name}=${victim.token}`, `x${cookie}`])
      expect(verdictOf(await attack({ headers: { Cookie }, body: list }))).toBe('401 signed-out')
    await standsUnharmed()
  })

  it('cannot use the link a second time', async () => {
    const login = (token: unknown) => attack({ target: '/api/login', headers: { Cookie: undefined }, body: JSON.stringify({ token }) })
    for (const token of [victim.token, '', 'x'.repeat(43), 7, null, [victim.token], { toString: victim.token }])
      expect(verdictOf(await login(token))).toBe('401 link-used')
    await standsUnharmed()
  })

  it.each([
    '/../../profiles.json',
    '/..%2f..%2fprofiles.json',
    '/%2e%2e/%2e%2e/profiles.json',
    '/assets/..\\..\\..\\profiles.json',
    '//etc/passwd',
    '/%00',
    '/constructor',
    '/__proto__',
  ])('finds no file at %s', async (target) => {
    const answer = await attack({ method: 'GET', target })
    expect([verdictOf(answer), answer.includes(KEY), answer.includes('root:')]).toEqual(['404 not-found', false, false])
  })

  it('gets nothing as a proxy or by an upgrade', async () => {
    expect(verdictOf(await attack({ method: 'GET', target: 'http://evil.test/' }))).toBe('400 bad-request')
    expect(await sendRaw(victim.port, 'CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n')).toBe('')
    const upgraded = await attack({
      method: 'GET',
      target: '/api/events',
      headers: { Connection: 'Upgrade', Upgrade: 'websocket', Cookie: undefined },
    })
    expect(verdictOf(upgraded)).toBe('401 signed-out')
    await standsUnharmed()
  })

  it('is refused with every other method', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'HEAD'])
      expect([method, verdictOf(await attack({ method, body: '' })).slice(0, 3)]).toEqual([method, '405'])
    expect(verdictOf(await attack({ method: 'OPTIONS', headers: { Origin: 'https://evil.test' } }))).toBe('403 wrong-origin')
  })
})

describe('a poisoned body', () => {
  it.each([
    ['a prototype as the method', '{"method":"__proto__","input":{}}', '200 unknown-method'],
    ['a constructor as the method', '{"method":"constructor","input":{}}', '200 unknown-method'],
    ['an inherited name as the method', '{"method":"toString","input":{}}', '200 unknown-method'],
    ['a prototype in the input', '{"method":"settings.set","input":{"__proto__":{"theme":"dark"}}}', '200 invalid-input'],
    [
      'a prototype deep in the input',
      '{"method":"profiles.derive","input":{"url":"x","overrides":{"__proto__":"y"}}}',
      '200 invalid-input',
    ],
    ['a constructor in the input', '{"method":"settings.set","input":{"constructor":{"prototype":{"theme":"dark"}}}}', '200 invalid-input'],
    ['a field too many', '{"method":"settings.set","input":{"shell":"sh"}}', '200 invalid-input'],
    ['the wrong type', '{"method":"profiles.reveal","input":{"id":{"$ne":null}}}', '200 invalid-input'],
    ['no JSON', '{"method":', '400 bad-json'],
    ['nothing', '', '400 bad-json'],
    ['JSON nested 100,000 levels deep', `{"method":"profiles.list","input":${'{"a":'.repeat(100_000)}`, '400 too-deep'],
    ['a body over the limit', `"${'a'.repeat(12 * 1024 * 1024)}"`, '413 too-large'],
  ])('%s is refused', async (_, body, verdict) => {
    expect(verdictOf(await attack({ body }))).toBe(verdict)
    await standsUnharmed()
  })

  it('that is announced as enormous is refused unread', async () => {
    expect(verdictOf(await attack({ headers: { 'Content-Length': '99999999999' }, body: '{' }))).toBe('413 too-large')
  })

  it('in endless pieces is refused when it passes the limit', async () => {
    const piece = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    const request = { headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' }, body: piece.repeat(200) }
    expect(verdictOf(await attack(request))).toBe('413 too-large')
    await standsUnharmed()
  })

  it('with two lengths, or a second request inside, is refused', async () => {
    const smuggled = {
      headers: { 'Transfer-Encoding': 'chunked', 'Content-Length': '4' },
      body: `0\r\n\r\n${requestText(victim.origin, {})}`,
    }
    expect(verdictOf(await attack(smuggled))).toBe('400')
    expect(await sendRaw(victim.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\0b\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400/)
    expect(await sendRaw(victim.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/)
    expect(await sendRaw(victim.port, Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]))).toMatch(/^HTTP\/1\.1 400/)
    await standsUnharmed()
  })
})

describe('a crowd', () => {
  it('of slow clients is cut off, whether their headers or their bodies drip', async () => {
    const drip = (first: string) =>
      new Promise<string>((resolve) => {
        const socket = rawSocket(victim.port)
        let answer = ''
        const timer = setInterval(() => socket.write('a'), 200)
        socket.on('data', (chunk) => {
          answer += chunk.toString()
        })
        socket.on('close', () => {
          clearInterval(timer)
          resolve(answer)
        })
        socket.write(first)
      })
    const body = requestText(victim.origin, { headers: { Cookie: cookie, 'Content-Length': '1000' }, body: '{' })
    const crowd = Promise.all([...Array(40).fill(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: `), ...Array(40).fill(body)].map(drip))
    // While they drip, others are served.
    await standsUnharmed()
    const answers = await crowd
    expect(answers.slice(0, 40).every((answer) => answer.startsWith('HTTP/1.1 408'))).toBe(true)
    expect(answers.join('')).not.toContain('"ok":true')
    await standsUnharmed()
  }, 40_000)

  it('of connections is turned away, and leaves no harm', async () => {
    const sockets = Array.from({ length: 300 }, () => rawSocket(victim.port))
    await expect.poll(() => sockets.filter((socket) => socket.closed).length).toBeGreaterThanOrEqual(300 - 128)
    for (const socket of sockets) socket.destroy()
    await expect.poll(() => attack({ body: list })).toContain('"Prize"')
    await standsUnharmed()
  })

  it('of event listeners is turned away, and makes room when it leaves', async () => {
    const open = () => {
      const socket = rawSocket(victim.port)
      socket.write(requestText(victim.origin, { method: 'GET', target: '/api/events', headers: { Cookie: cookie } }))
      return new Promise<{ destroy(): void; verdict: string }>((resolve) =>
        socket.once('data', (chunk) => resolve({ destroy: () => socket.destroy(), verdict: verdictOf(chunk.toString()) })),
      )
    }
    const listeners = await Promise.all(Array.from({ length: 64 }, open))
    expect(new Set(listeners.map(({ verdict }) => verdict))).toEqual(new Set(['200']))
    expect((await open()).verdict).toBe('503 too-many-tabs')
    for (const listener of listeners) listener.destroy()
    await expect.poll(async () => (await open()).verdict).toBe('200')
    await standsUnharmed()
  })
})

it('another machine reaches nothing: only the loopback address listens', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')
  if (!outside) return
  const socket = rawSocket(victim.port, outside.address)
  const outcome = await new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
  })
  expect(outcome).toBe('ECONNREFUSED')
})
