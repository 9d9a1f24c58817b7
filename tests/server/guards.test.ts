import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from './site'

let site: TestSite
beforeEach(async () => {
  site = await openSite()
  await site.signIn()
})
afterEach(() => site.close())

const info = { method: 'host.info', input: {} }

describe('host names', () => {
  it.each([
    'evil.test',
    'evil.test:80',
    '127.0.0.1.evil.test',
    'localhost.evil.test',
    '169.254.169.254',
    '10.0.0.1',
    'a@127.0.0.1',
    '127.0.0.1:1:2',
  ])('refuses %j, which a page that rebinds its name would send', async (host) => {
    for (const target of ['/', '/login', '/assets/app-1a2b.js', '/api/events']) {
      const { status, body } = await site.ask(target, { headers: { Host: host } })
      expect([target, status]).toEqual([target, 421])
      expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'wrong-host' } })
    }
    expect((await site.post('/api/call', info, { Host: host, Origin: `http://${host}` })).status).toBe(421)
    expect(site.core.calls).toEqual([])
  })

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]', 'localhost:9999'])(
    'answers to %s, also behind a tunnel with another port',
    async (host) => {
      expect((await site.ask('/', { headers: { Host: host } })).status).toBe(200)
    },
  )
})

describe('other websites', () => {
  it.each([
    ['a foreign origin', { Origin: 'https://evil.test' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['https in place of http', { Origin: 'https://127.0.0.1' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['no origin', { Origin: undefined }],
    ['a browser that says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a browser that says same-site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('cannot call: %s', async (_, headers) => {
    const { status, body } = await site.post('/api/call', info, headers)
    expect(status).toBe(403)
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'wrong-origin' } })
    expect((await site.post('/api/login', { token: 'x' }, headers)).status).toBe(403)
    expect(site.core.calls).toEqual([])
  })

  it('cannot listen to events', async () => {
    expect((await site.ask('/api/events', { headers: { Origin: 'https://evil.test' } })).status).toBe(403)
    expect((await site.ask('/api/events', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
    expect(site.core.listening).toBe(0)
  })

  it('get no permission by a preflight', async () => {
    const { status, headers } = await site.ask('/api/call', {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.test', 'Access-Control-Request-Method': 'POST' },
    })
    expect(status).toBe(403)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', '', undefined])(
    'cannot send %s in place of JSON',
    async (type) => {
      expect((await site.post('/api/call', info, { 'Content-Type': type })).status).toBe(415)
      expect(site.core.calls).toEqual([])
    },
  )

  it('JSON with a charset is fine', async () => {
    expect((await site.post('/api/call', info, { 'Content-Type': 'Application/JSON; charset=utf-8' })).status).toBe(200)
  })
})

describe('addresses and methods', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..\\..\\secret.txt',
    '//secret.txt',
    '/link.txt',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/__proto__',
    '/constructor',
    '/nope',
  ])('finds nothing at %s', async (target) => {
    const { status, body } = await site.ask(target)
    expect(status).toBe(404)
    expect(body).not.toContain('outside')
  })

  it('refuses a target that is a whole URL', async () => {
    expect((await site.ask('http://evil.test/')).status).toBe(400)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s for a page', async (method) => {
    expect((await site.ask('/', { method })).status).toBe(405)
  })

  it('refuses GET for a call', async () => {
    expect((await site.ask('/api/call')).status).toBe(405)
  })
})

describe('answers', () => {
  it('carry the security headers, whatever they are', async () => {
    for (const target of ['/', '/login', '/assets/app-1a2b.js', '/nope', '/api/call']) {
      const { headers } = await site.ask(target)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
    }
  })

  it('of the page are not kept, those of its lasting files are', async () => {
    expect((await site.ask('/')).headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    expect((await site.ask('/assets/app-1a2b.js')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect((await site.ask('/assets/app-1a2b.css')).headers['content-type']).toBe('text/css; charset=utf-8')
  })

  it('to HEAD have no body', async () => {
    expect(await site.ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })
})
