import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { dispatch } from '../../electron/core/dispatch'
import { plainMethods } from '../../electron/core/redact/boundary'
import { createServer } from '../../electron/server/server'
import { contract, type MethodName } from '../../shared/contract'
import type { Reply } from '../../shared/transport'
import { type TempHome, tempHome } from '../support/temp-home'
import { startEchoingRelay } from './echoing-relay'
import { type Ask, type Ground, methodCases } from './method-cases'
import { leakingFiles, TOOL_FILES, watchCommandLines } from './search'
import { KEY, leakIn } from './spellings'

const HOLDING = [...TOOL_FILES, '.bashrc', '.profile']

it('every method of the contract has a case here', () => {
  expect(Object.keys(methodCases).sort()).toEqual(Object.keys(contract).sort())
})

it.each([
  ['the core', inProcess],
  ['the local web', overHttp],
])(
  'no answer, error or event of %s holds the key, and no file but the tools’ own',
  async (_, open) => {
    const home = tempHome({ SHELL: '/bin/bash', PATH: '/usr/bin:/bin', TMPDIR: tmpdir() })
    for (const folder of ['.claude', '.codex', '.gemini']) mkdirSync(home.path(folder))
    const echo = await startEchoingRelay()
    onTestFinished(echo.close)
    const ground: Ground = { home, relay: echo.url }
    const { call, events, stop } = await open(home)
    const said: string[] = []
    for (const stream of [process.stdout, process.stderr]) {
      const write = stream.write.bind(stream)
      stream.write = ((words: string | Uint8Array, ...rest: []) => {
        said.push(words.toString())
        return write(words, ...rest)
      }) as typeof stream.write
      onTestFinished(() => {
        stream.write = write
      })
    }
    const commandLines = watchCommandLines()
    const leaks: string[] = []
    const answered = new Set<MethodName>()
    const ask: Ask = async (method, input) => {
      const reply = await call(method, input)
      if (reply.ok) answered.add(method)
      const found = leakIn(JSON.stringify(reply))
      const isPlain = plainMethods[method]?.(input) === true
      // A method whose purpose is the key must give it: else this test sees nothing.
      if (isPlain ? reply.ok && !found : found) leaks.push(`${method}: ${found ?? 'the key is not there'}`)
      return reply
    }
    for (const [name, run] of Object.entries(methodCases)) {
      await run(ask, ground)
      for (const file of leakingFiles(home.home, HOLDING)) leaks.push(`after ${name}: ${file}`)
    }
    expect(leaks).toEqual([])
    // `desktop.*` are refused here; the relay's refusals are answers.
    expect(Object.keys(contract).filter((name) => !answered.has(name as MethodName) && !name.startsWith('desktop.'))).toEqual([])
    expect(events().length).toBeGreaterThan(20)
    expect(events().flatMap((event) => leakIn(event) ?? [])).toEqual([])
    expect(leakIn(said.join(''))).toBeUndefined()
    expect(commandLines.stop()).toEqual([])
    expect(home.read('.claude/settings.json')).toContain(KEY)
    await stop()
  },
  120_000,
)

interface Way {
  call(method: MethodName, input: unknown): Promise<Reply>
  events(): readonly string[]
  stop(): Promise<void>
}

async function inProcess(home: TempHome): Promise<Way> {
  const seen: string[] = []
  const stop = home.core.subscribe((name, payload) => seen.push(JSON.stringify({ name, payload })))
  return {
    async call(method, input) {
      // Errors reach the terminal as they were thrown, with their stack.
      const direct = home.core.api[method] as (input: unknown) => Promise<unknown>
      try {
        return { ok: true, value: await direct(input) }
      } catch (error) {
        if (error instanceof Error) seen.push(`${error.message} ${error.stack} ${JSON.stringify(error)}`)
        return dispatch({ [method]: () => Promise.reject(error) } as never, method, input)
      }
    },
    events: () => seen,
    stop: async () => stop(),
  }
}

async function overHttp(home: TempHome): Promise<Way> {
  const site = mkdtempSync(path.join(tmpdir(), 'sy-leak-site-'))
  onTestFinished(() => rmSync(site, { recursive: true, force: true }))
  writeFileSync(path.join(site, 'index.html'), '<!doctype html>')
  const server = await createServer({ core: home.core, rendererDir: site })
  const own = { Origin: server.origin, 'Content-Type': 'application/json' }
  const post = (target: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}${target}`, { method: 'POST', body: JSON.stringify(body), headers: { ...own, ...headers } })
  const login = await post('/api/login', { token: server.url.split('#token=')[1] })
  const Cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  const seen: string[] = []
  const stream = await fetch(`${server.origin}/api/events`, { headers: { Cookie } })
  const reading = (async () => {
    for await (const piece of stream.body ?? []) seen.push(Buffer.from(piece).toString())
  })().catch(() => undefined)
  return {
    async call(method, input) {
      const answer = await post('/api/call', { method, input }, { Cookie })
      seen.push(JSON.stringify([...answer.headers]))
      return (await answer.json()) as Reply
    },
    events: () => seen,
    async stop() {
      await server.close()
      await reading
    },
  }
}
