import { Agent, request } from 'node:https'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt, openTerminal, type Terminal } from '../cli/terminal'
import { makeCertificate } from '../support/lab/certificate'
import { sendRaw, serveFor, type Victim } from './attacker'

const from = new Date(Date.now() - 86_400_000)
const until = new Date(Date.now() + 86_400_000)
const authority = makeCertificate({ name: { common: 'Test authority' }, from, until })
const own = makeCertificate({ name: { common: 'box.example' }, hosts: ['box.example', '127.0.0.1'], from, until, issuer: authority })

let terminal: Terminal
beforeAll(ensureBuilt, 60_000)
beforeEach(() => {
  terminal = openTerminal()
  terminal.write('cert.pem', own.certPem + authority.certPem)
  terminal.write('key.pem', own.keyPem)
})

const pems = () => ['--tls-cert', terminal.path('cert.pem'), '--tls-key', terminal.path('key.pem')]

interface Answer {
  readonly status: number | undefined
  readonly cookie: string
}

function post(victim: Victim, target: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const agent = new Agent({ ca: authority.certPem, keepAlive: false, servername: 'box.example' })
  const own = { Origin: victim.origin, 'Content-Type': 'application/json', ...headers }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: victim.port, path: target, method: 'POST', agent, headers: own }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode, cookie: response.headers['set-cookie']?.[0] ?? '' }))
    })
    sent.on('error', reject).end(JSON.stringify(body))
  })
}

describe('serve with a certificate', () => {
  it('speaks https only, keeps its cookie off http, and needs no warning for other machines', async () => {
    const victim = await serveFor(terminal, ...pems(), '--host', '0.0.0.0', '--allow-remote')
    expect(victim.origin).toMatch(/^https:/)
    expect(victim.said()).not.toContain('warning')
    const local: Victim = { ...victim, origin: `https://127.0.0.1:${victim.port}` }
    const login = await post(local, '/api/login', { token: victim.token })
    expect([login.status, login.cookie]).toEqual([200, expect.stringMatching(/HttpOnly; SameSite=Strict; Path=\/; Secure$/)])
    const Cookie = login.cookie.split(';')[0] ?? ''
    const call = { method: 'host.info', input: {} }
    expect((await post(local, '/api/call', call, { Cookie })).status).toBe(200)
    expect((await post(local, '/api/call', call, { Cookie, Origin: local.origin.replace('https', 'http') })).status).toBe(403)
    expect(await sendRaw(victim.port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')).not.toContain('Switchyard')
  })

  it('answers to the names of the certificate, which no page can rebind, and to no other', async () => {
    const victim = await serveFor(terminal, ...pems())
    const as = (name: string) => post({ ...victim, origin: `https://${name}` }, '/api/login', { token: 'x' }, { Host: name })
    expect((await as('box.example')).status).toBe(401)
    expect((await as('evil.test')).status).toBe(421)
  })

  it('cuts off clients that never finish the handshake', async () => {
    const victim = await serveFor(terminal, ...pems())
    const began = Date.now()
    await sendRaw(victim.port, Buffer.from([0x16, 3, 1]), 15_000)
    expect(Date.now() - began).toBeLessThan(14_000)
  }, 20_000)

  it('says which half is missing or does not fit', async () => {
    const alone = await terminal.run(['serve', ...pems().slice(0, 2)])
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('go together')])
    const absent = await terminal.run(['serve', '--tls-cert', terminal.path('none.pem'), '--tls-key', terminal.path('key.pem')])
    expect([absent.code, absent.stderr]).toEqual([3, expect.stringContaining(path.basename('none.pem'))])
    terminal.write('key.pem', authority.keyPem)
    const other = await terminal.run(['serve', '--port', '0', ...pems()])
    expect([other.code, other.stderr]).toEqual([3, expect.stringContaining('cannot be used')])
    expect(other.stderr).not.toContain('PRIVATE')
  })
})
