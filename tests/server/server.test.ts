import { rmSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allowsHost, hostName, isLoopback } from '../../electron/server/addresses'
import { createServer } from '../../electron/server/server'
import { ProblemError } from '../../shared/transport'
import { openSite, type TestSite } from './site'

let site: TestSite
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

const refusalOf = async (server: Promise<unknown>): Promise<string> => {
  const thrown = await server.catch((error: unknown) => error)
  return thrown instanceof ProblemError ? thrown.problem.code : `not refused: ${String(thrown)}`
}

describe('starting', () => {
  it('refuses to be reachable from other machines unless that is asked for', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'example.test'])
      expect(await refusalOf(createServer({ core: site.core, rendererDir: site.folder, host }))).toBe('remote-not-allowed')
  })

  it('can be reached from other machines when that is asked for, under addresses that cannot be rebound', async () => {
    const open = await openSite({ host: '0.0.0.0', allowRemote: true })
    try {
      expect((await open.ask('/login', { headers: { Host: '192.168.1.5:4783' } })).status).toBe(200)
      expect((await open.ask('/login', { headers: { Host: 'evil.test' } })).status).toBe(421)
      expect(new URL(open.server.url).hostname).not.toBe('0.0.0.0')
    } finally {
      await open.close()
    }
  })

  it('says that a port is in use', async () => {
    expect(
      await refusalOf(createServer({ core: site.core, rendererDir: path.join(site.folder, 'renderer'), port: site.server.port })),
    ).toBe('port-in-use')
  })

  it('says that the user interface is not built', async () => {
    expect(await refusalOf(createServer({ core: site.core, rendererDir: path.join(site.folder, 'nope') }))).toBe('ui-not-built')
    expect(await refusalOf(createServer({ core: site.core, rendererDir: path.join(site.folder, 'renderer/assets') }))).toBe('ui-not-built')
  })

  it('says which address it cannot listen on', async () => {
    expect(
      await refusalOf(
        createServer({ core: site.core, rendererDir: path.join(site.folder, 'renderer'), host: '203.0.113.1', allowRemote: true }),
      ),
    ).toBe('cannot-listen')
  })
})

describe('running', () => {
  it('a file that vanished after the start is not found, and the server lives on', async () => {
    await site.signIn()
    rmSync(path.join(site.folder, 'renderer/assets/app-1a2b.css'))
    expect((await site.ask('/assets/app-1a2b.css')).status).toBe(404)
    expect((await site.ask('/')).status).toBe(200)
  })

  it('forgets a browser that leaves', async () => {
    await site.signIn()
    const cookie =
      (await site.post('/api/login', { token: new URL(site.server.issueLink()).hash.slice(7) })).headers['set-cookie']?.[0] ?? ''
    const request = get(`${site.server.origin}/api/events`, { headers: { Cookie: cookie.split(';')[0] } }, (response) => response.resume())
    request.on('error', () => undefined)
    await site.core.listeners(1)
    request.destroy()
    await expect.poll(() => site.core.listening).toBe(0)
  })

  it('ends open event streams when it closes', async () => {
    const second = await openSite()
    await second.signIn()
    const ended = second.ask('/api/events').then(
      () => 'ended',
      () => 'ended',
    )
    await second.core.listeners(1)
    await second.close()
    expect(await ended).toBe('ended')
    await expect.poll(() => second.core.listening).toBe(0)
  })
})

describe('host names', () => {
  it('are read without port and brackets', () => {
    expect(['a.b:1', '[::1]:80', 'LOCALHOST', 'a:b', 'a b', '', undefined].map(hostName)).toEqual([
      'a.b',
      '::1',
      'localhost',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('of this machine are loopback, lookalikes are not', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].map(isLoopback)).toEqual([true, true, true, true])
    expect(['127.evil.test', '0.0.0.0', '::', 'localhost.evil.test', '128.0.0.1'].map(isLoopback)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('of the machine itself count only where others may connect', () => {
    expect([allowsHost('box', '127.0.0.1', 'box'), allowsHost('box', '0.0.0.0', 'box'), allowsHost('evil.test', '0.0.0.0', 'box')]).toEqual(
      [false, true, false],
    )
  })
})
