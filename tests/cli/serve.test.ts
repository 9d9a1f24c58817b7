import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { opener } from '../../electron/cli/open-browser'
import { ensureBuilt, openTerminal, program, type Terminal } from './terminal'

const renderer = path.resolve(path.dirname(program), '../renderer')

beforeAll(async () => {
  await ensureBuilt()
  // What the page holds does not matter here.
  if (existsSync(path.join(renderer, 'index.html'))) return
  mkdirSync(renderer, { recursive: true })
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><title>Switchyard</title>')
}, 60_000)

let terminal: Terminal
beforeEach(() => {
  terminal = openTerminal()
})

interface Serving {
  readonly child: ChildProcess
  readonly url: URL
  output(): string
  ended: Promise<number | null>
}

async function serve(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args], {
    env: { ...terminal.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const pieces: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const link = () => /http:\/\/[^\s"]+#token=[\w-]+/.exec(pieces.join(''))?.[0]
  await expect.poll(link, { timeout: 10_000 }).toBeTruthy()
  return { child, url: new URL(link() ?? ''), output: () => pieces.join(''), ended }
}

async function signIn(url: URL): Promise<(method: string, input: unknown) => Promise<unknown>> {
  const post = (target: string, body: unknown, cookie = '') =>
    fetch(url.origin + target, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { Origin: url.origin, 'Content-Type': 'application/json', Cookie: cookie },
    })
  const login = await post('/api/login', { token: url.hash.slice('#token='.length) })
  const cookie = login.headers.getSetCookie()[0]?.split(';')[0]
  return async (method, input) => (await post('/api/call', { method, input }, cookie)).json()
}

describe('serve', () => {
  it('serves the page and the core behind its link, and ends cleanly on an interrupt', async () => {
    await terminal.add('Work')
    const { child, url, ended, output } = await serve()
    expect(url.hostname).toBe('127.0.0.1')
    const call = await signIn(url)
    expect(await call('host.info', {})).toMatchObject({ ok: true, value: { shell: 'web' } })
    expect(JSON.stringify(await call('profiles.list', {}))).toContain('Work')
    expect(output()).not.toContain('sk-Work')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    await expect(fetch(url.origin)).rejects.toThrow()
  })

  it('says where it is as JSON', async () => {
    const { output, url, child, ended } = await serve(['--json'])
    expect(JSON.parse(output())).toEqual({ url: url.href, origin: url.origin, port: Number(url.port) })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('tells open pages what another process changes', async () => {
    const { url } = await serve()
    const token = url.hash.slice('#token='.length)
    const headers = { Origin: url.origin, 'Content-Type': 'application/json' }
    const login = await fetch(`${url.origin}/api/login`, { method: 'POST', headers, body: JSON.stringify({ token }) })
    const events = await fetch(`${url.origin}/api/events`, { headers: { Cookie: login.headers.getSetCookie()[0]?.split(';')[0] ?? '' } })
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
    const read = (async () => {
      let seen = ''
      while (!seen.includes('"Later"')) seen += (await reader?.read())?.value ?? ''
      await reader?.cancel()
      return seen
    })()
    await terminal.add('Later')
    expect(await read).toContain('profiles-changed')
  })

  it('refuses other hosts unless allowed, and then warns', async () => {
    const refused = await terminal.run(['serve', '--host', '0.0.0.0'])
    expect([refused.code, refused.stderr.includes('--allow-remote')]).toEqual([2, true])
    const { output } = await serve(['--host', '0.0.0.0', '--allow-remote'])
    await expect.poll(output).toContain('not encrypted')
  })

  it('refuses a port that is taken, and finds another where none was asked for', async () => {
    const { url } = await serve()
    const { code, stderr } = await terminal.run(['serve', '--port', url.port])
    expect([code, stderr.includes(url.port)]).toEqual([3, true])
  })

  it('opens a browser without its token in the arguments', async () => {
    if (process.platform !== 'linux') return
    const seen = terminal.path('seen.txt')
    terminal.write('bin/xdg-open', `#!/bin/sh\nprintf %s "$1" > ${seen}.part && mv ${seen}.part ${seen}\n`)
    chmodSync(terminal.path('bin/xdg-open'), 0o755)
    mkdirSync(terminal.path('tmp'))
    const { url, child, ended } = await serve(['--open'], { PATH: `${terminal.path('bin')}:/usr/bin:/bin`, TMPDIR: terminal.path('tmp') })
    await expect.poll(() => existsSync(seen)).toBe(true)
    const argument = readFileSync(seen, 'utf8')
    expect(argument).toMatch(/^file:\/\/.*open\.html$/)
    const file = fileURLToPath(argument)
    expect(readFileSync(file, 'utf8')).toContain(url.href)
    expect([statSync(file).mode & 0o777, statSync(path.dirname(file)).mode & 0o777]).toEqual([0o600, 0o700])
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(readdirSync(terminal.path('tmp'))).toEqual([])
  })

  it('knows the opener of every system', () => {
    expect(opener('darwin', 'x')).toEqual(['open', 'x'])
    expect(opener('win32', 'x')[0]).toBe('rundll32')
    expect(opener('linux', 'x')).toEqual(['xdg-open', 'x'])
  })
})
