import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { dispatch } from '../../electron/core/dispatch'
import { createServer, type RunningServer } from '../../electron/server/server'
import type { EventName, Events } from '../../shared/events'
import type { Reply, Transport } from '../../shared/transport'
import { transportSuite } from '../support/transport-suite'
import { tokenOf } from './site'

const site = mkdtempSync(path.join(tmpdir(), 'switchyard-site-'))
writeFileSync(path.join(site, 'index.html'), '<!doctype html>')
afterAll(() => rmSync(site, { recursive: true }))

const done = async (): Promise<void> => undefined

transportSuite('a direct call', async (core) => ({
  transport: {
    call: (method, input) => dispatch(core.api, method, input),
    subscribe: (listener) => core.subscribe(listener),
  },
  close: done,
}))

transportSuite('structured clone, as between processes,', async (core) => ({
  transport: {
    call: async (method, input) => structuredClone(await dispatch(core.api, structuredClone(method), structuredClone(input))),
    subscribe: (listener) => core.subscribe((name, payload) => listener(name, structuredClone(payload))),
  },
  close: done,
}))

transportSuite('HTTP', async (core) => {
  const server = await createServer({ core, rendererDir: site })
  const { transport, stop } = await httpTransport(server)
  return {
    transport,
    async close() {
      stop()
      await server.close()
    },
  }
})

/** What the page in the browser does, with Node's own fetch. */
async function httpTransport(server: RunningServer): Promise<{ transport: Transport; stop(): void }> {
  const post = (where: string, body: unknown, cookie = '') =>
    fetch(server.origin + where, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: server.origin, Cookie: cookie },
      body: JSON.stringify(body),
    })
  const login = await post('/api/login', { token: tokenOf(server.url) })
  const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const listeners = new Set<(name: EventName, payload: Events[EventName]) => void>()
  const ending = new AbortController()
  const events = await fetch(`${server.origin}/api/events`, { headers: { Cookie: cookie }, signal: ending.signal })
  void readEvents(events, (name, payload) => {
    for (const listener of listeners) listener(name, payload)
  })
  return {
    transport: {
      call: async (method, input) => (await (await post('/api/call', { method, input }, cookie)).json()) as Reply,
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    stop: () => ending.abort(),
  }
}

async function readEvents(response: Response, tell: (name: EventName, payload: Events[EventName]) => void): Promise<void> {
  let waiting = ''
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (waiting + chunk).split('\n\n')
      waiting = parts.pop() ?? ''
      for (const part of parts) {
        if (!part.startsWith('data: ')) continue
        const { name, payload } = JSON.parse(part.slice(6)) as { name: EventName; payload: Events[EventName] }
        tell(name, payload)
      }
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
  }
}
