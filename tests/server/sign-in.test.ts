import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSite, type TestSite, tokenOf } from './site'

let site: TestSite
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

const info = { method: 'host.info', input: {} }

describe('without signing in', () => {
  it('the page leads to the sign-in page', async () => {
    const { status, headers, body } = await site.ask('/')
    expect([status, headers.location, body]).toEqual([303, '/login', ''])
  })

  it.each(['/index.html', '/assets/app-1a2b.js', '/nope', '/api/events'])('%s is not served', async (target) => {
    const { status, body } = await site.ask(target)
    expect(status).toBe(401)
    expect(JSON.parse(body)).toMatchObject({
      ok: false,
      error: { code: 'signed-out', hint: { en: expect.stringContaining('switchyard serve') } },
    })
  })

  it.each([undefined, 'switchyard=x', 'switchyard-1=', 'nonsense', '=;=;'])('the cookie %j does not open a call', async (cookie) => {
    expect((await site.post('/api/call', info, { Cookie: cookie })).status).toBe(401)
    expect(site.core.calls).toEqual([])
  })

  it('the sign-in page loads nothing from elsewhere and nothing inline', async () => {
    const { body } = await site.ask('/login')
    expect(body.match(/(?:src|href)="[^"]*"/g)).toEqual(['href="data:,"', 'href="/login.css"', 'src="/login.js"'])
    expect(body).not.toMatch(/<script>|<style|style=|onload/)
    expect((await site.ask('/login.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })
})

describe('a link', () => {
  it('holds its token where browsers do not send it', () => {
    const url = new URL(site.server.url)
    expect(url.pathname + url.search).toBe('/login')
    expect(tokenOf(site.server.url)).toMatch(/^[\w-]{43}$/)
  })

  it('signs in for good, by a cookie that scripts and other sites cannot use', async () => {
    const { status, headers } = await site.post('/api/login', { token: tokenOf(site.server.url) })
    expect(status).toBe(200)
    expect(headers['set-cookie']?.[0]).toMatch(new RegExp(`^switchyard-${site.server.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
    const cookie = headers['set-cookie']?.[0]?.split(';')[0]
    expect((await site.post('/api/call', info, { Cookie: cookie })).status).toBe(200)
    expect((await site.post('/api/call', info, { Cookie: `other=1; ${cookie}` })).status).toBe(200)
  })

  it('works once', async () => {
    const token = tokenOf(site.server.url)
    expect((await site.post('/api/login', { token })).status).toBe(200)
    const again = await site.post('/api/login', { token })
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(JSON.parse(again.body)).toMatchObject({ ok: false, error: { code: 'link-used' } })
  })

  it.each(['', 'x', null, 7, {}, ['a']])('with the token %j does not sign in, and does not spoil the true one', async (token) => {
    expect((await site.post('/api/login', { token })).status).toBe(401)
    expect((await site.post('/api/login', { token: tokenOf(site.server.url) })).status).toBe(200)
  })

  it('is replaced by a newer one', async () => {
    const newer = site.server.issueLink()
    expect((await site.post('/api/login', { token: tokenOf(site.server.url) })).status).toBe(401)
    expect((await site.post('/api/login', { token: tokenOf(newer) })).status).toBe(200)
  })

  it('for a second browser leaves the first signed in', async () => {
    await site.signIn()
    const second = await site.post('/api/login', { token: tokenOf(site.server.issueLink()) }, { Cookie: undefined })
    expect(second.status).toBe(200)
    expect((await site.post('/api/call', info)).status).toBe(200)
  })

  it('does not open another server: cookies do not know ports', async () => {
    const other = await openSite()
    try {
      await site.signIn()
      const { headers } = await other.post('/api/login', { token: tokenOf(other.server.url) })
      expect((await site.post('/api/call', info, { Cookie: headers['set-cookie']?.[0]?.split(';')[0] })).status).toBe(401)
    } finally {
      await other.close()
    }
  })
})
