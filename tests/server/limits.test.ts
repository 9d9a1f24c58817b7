import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { depthOf } from '../../electron/core/json-depth'
import type { Limits } from '../../electron/server/limits'
import { openSite, type TestSite } from './site'

let site: TestSite
const open = async (limits: Partial<Limits> = {}) => {
  site = await openSite({ limits })
  await site.signIn()
}
afterEach(() => site.close())

const derive = (url: string) => ({ method: 'profiles.derive', input: { url } })

describe('the size of a request', () => {
  it('may reach the limit and not pass it', async () => {
    await open({ bodySize: 1000 })
    const frame = JSON.stringify(derive('')).length
    expect((await site.post('/api/call', derive('a'.repeat(1000 - frame)))).status).toBe(200)
    const { status, body } = await site.post('/api/call', derive('a'.repeat(1001 - frame)))
    expect(status).toBe(413)
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'too-large' } })
  })

  it('is counted where it is not announced', async () => {
    await open({ bodySize: 1000 })
    expect((await site.post('/api/call', derive('a'.repeat(1100)), { 'Transfer-Encoding': 'chunked' })).status).toBe(413)
    expect(site.core.calls).toEqual([])
  })

  it('is limited to twelve megabytes, which an import may have, and to a token before the sign-in', async () => {
    await open()
    expect((await site.post('/api/call', derive('a'.repeat(12 * 1024 * 1024)))).status).toBe(413)
    expect((await site.post('/api/login', { token: 'a'.repeat(5000) })).status).toBe(413)
  })

  it('is limited for headers too', async () => {
    await open()
    expect((await site.ask('/', { headers: { 'X-Long': 'a'.repeat(20_000) } })).status).toBe(431)
  })
})

describe('the depth of JSON', () => {
  it('is refused beyond the limit, before it is parsed', async () => {
    await open()
    const deep = `{"method":"host.info","input":${'['.repeat(500_000)}`
    const { status, body } = await site.post('/api/call', deep)
    expect(status).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'too-deep' } })
  })

  it('does not count brackets inside texts', async () => {
    await open()
    expect((await site.post('/api/call', derive(`${'[{'.repeat(100)}"\\`))).status).toBe(200)
    expect(depthOf('{"a":["\\"[[["]}')).toBe(2)
  })
})

describe('what is not JSON', () => {
  it.each(['', '{', '{"method":"host.info",}', 'null', '7', '"x"', '\u0000'])('is refused: %j', async (body) => {
    await open()
    expect((await site.post('/api/call', body)).status).toBe(400)
    expect(site.core.calls).toEqual([])
  })

  it('a prototype in JSON reaches neither the core nor an object', async () => {
    await open()
    const { body } = await site.post(
      '/api/call',
      '{"method":"host.info","input":{"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}',
    )
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(site.core.calls).toEqual([])
  })
})

describe('slow clients', () => {
  const slow = (port: number, first: string): Promise<{ readonly answer: string; readonly took: number }> =>
    new Promise((resolve, reject) => {
      const began = Date.now()
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(first))
      const drip = setInterval(() => socket.writable && socket.write('X'), 100)
      socket.on('data', (chunk) => {
        answer += chunk.toString()
      })
      socket.on('error', (error: NodeJS.ErrnoException) => error.code !== 'EPIPE' && error.code !== 'ECONNRESET' && reject(error))
      socket.on('close', () => {
        clearInterval(drip)
        resolve({ answer, took: Date.now() - began })
      })
    })

  it('that never end their headers are cut off', async () => {
    await open({ headersTime: 400, requestTime: 60_000 })
    const { answer, took } = await slow(site.server.port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
    expect(answer).toMatch(/^HTTP\/1\.1 408/)
    expect(took).toBeLessThan(3000)
  })

  it('that never end their body are cut off', async () => {
    await open({ headersTime: 400, requestTime: 800 })
    const head = `POST /api/login HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`
    const { took } = await slow(site.server.port, head)
    expect(took).toBeLessThan(3000)
  })

  it('that listen to events are not cut off: their request is whole', async () => {
    await open({ headersTime: 100, requestTime: 200 })
    let ended = false
    void site.ask('/api/events').then(
      () => (ended = true),
      () => (ended = true),
    )
    await new Promise((wake) => setTimeout(wake, 700))
    expect(ended).toBe(false)
  })

  it('do not keep others out, and too many of them are turned away', async () => {
    await open({ connections: 4 })
    const sockets = Array.from({ length: 8 }, () => connect(site.server.port, '127.0.0.1').on('error', () => undefined))
    await expect.poll(() => sockets.filter((socket) => socket.closed).length).toBe(4)
    for (const socket of sockets) socket.destroy()
    await expect
      .poll(() =>
        site.ask('/').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
  })
})
