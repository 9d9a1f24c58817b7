import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultKinds } from '../support/fake-relay/faults/index'
import { bearer, chatBody, eventData, messagesBody, post, relayFor, xApiKey } from './client'

const chat = '/v1/chat/completions'
const streamBody = { ...chatBody, stream: true }

test('every file in the faults folder is registered', () => {
  const folder = new URL('../support/fake-relay/faults/', import.meta.url)
  const machinery = ['fault', 'index', 'plan', 'registry']
  const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''))
  expect(files.filter((name) => !machinery.includes(name)).sort()).toEqual([...faultKinds].sort())
})

test('status: with headers, in the shape of the protocol', async () => {
  const relay = await relayFor()
  const headers = { 'retry-after': '7' }
  relay.setFault({ kind: 'status', status: 429, headers, message: 'Slow down' })
  const answer = await post(`${relay.url}/v1/messages`, xApiKey, messagesBody)
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(await answer.json()).toEqual({
    type: 'error',
    error: { type: 'rate_limit_error', message: 'Slow down' },
  })
  relay.setFault(null)
  expect((await post(`${relay.url}/v1/messages`, xApiKey, messagesBody)).status).toBe(200)
})

test('status: with a raw body', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'status', status: 502, body: 'Bad Gateway' })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect(await answer.text()).toBe('Bad Gateway')
})

test('scope: by path, method, key kind and number of times; the first that fits', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'status', status: 401 }, { path: '/models', method: 'GET', times: 1 })
  relay.addFault({ kind: 'status', status: 403 }, { keyKind: 'x-api-key' })
  const models = (headers: Readonly<Record<string, string>>) => fetch(`${relay.url}/v1/models`, { headers })
  expect((await post(relay.url + chat, bearer, chatBody)).status).toBe(200)
  expect((await models(bearer)).status).toBe(401)
  expect((await models(bearer)).status).toBe(200)
  expect((await models(xApiKey)).status).toBe(403)
})

test('html-200', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'html-200', title: 'Console' })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(await answer.text()).toContain('<title>Console</title>')
})

test('hang-before-headers: recorded, but never answered', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'hang-before-headers' })
  const asked = post(relay.url + chat, bearer, chatBody, AbortSignal.timeout(500))
  await expect(asked).rejects.toThrow(/abort|timeout/i)
  expect(relay.requests[0]?.status).toBe(0)
})

test('reset: before the headers and in the body', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'reset' })
  const asked = post(relay.url + chat, bearer, chatBody)
  await expect(asked).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  relay.setFault({ kind: 'reset', at: 'in-body' })
  const answer = await post(relay.url + chat, bearer, streamBody)
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow()
})

test('empty-body', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'empty-body' })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})

test.each([
  ['a body', chatBody, (text: string) => JSON.parse(text)],
  ['the events of a stream', streamBody, eventData],
] as const)('malformed-json: %s', async (_what, body, parse) => {
  const relay = await relayFor()
  const ask = async () => (await post(relay.url + chat, bearer, body)).text()
  expect(parse(await ask())).toBeTruthy()
  relay.setFault({ kind: 'malformed-json' })
  const text = await ask()
  expect(text).toContain('chatcmpl')
  expect(() => parse(text)).toThrow(SyntaxError)
})

test.each(['headers', 'body'] as const)('slow-first-byte: late %s', async (at) => {
  const relay = await relayFor()
  relay.setFault({ kind: 'slow-first-byte', ms: 400, at })
  const start = performance.now()
  const answer = await post(relay.url + chat, bearer, chatBody)
  const headersAfter = performance.now() - start
  expect(await answer.text()).toContain('pong')
  expect(performance.now() - start).toBeGreaterThan(390)
  expect(headersAfter > 390).toBe(at === 'headers')
})

test('truncated-stream: looks complete', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'truncated-stream', after: 2 })
  const text = await (await post(relay.url + chat, bearer, streamBody)).text()
  expect(eventData(text)).toHaveLength(2)
  expect(text).not.toContain('[DONE]')
})

test.each(['cut', 'reset'] as const)('truncated-stream: %s', async (ending) => {
  const relay = await relayFor()
  for (const body of [streamBody, chatBody]) {
    relay.setFault({ kind: 'truncated-stream', ending })
    const answer = await post(relay.url + chat, bearer, body)
    await expect(answer.text()).rejects.toThrow()
  }
})

test('truncated-stream: hangs in the body', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'truncated-stream', after: 1, ending: 'hang' })
  const answer = await post(relay.url + chat, bearer, streamBody, AbortSignal.timeout(500))
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow(/abort|timeout/i)
})

/** Arrival times of the parts of a stream, in ms after its first part. */
async function arrivals(answer: Response): Promise<readonly number[]> {
  const times: number[] = []
  for await (const _part of answer.body ?? []) times.push(performance.now())
  return times.map((time) => time - (times[0] ?? 0))
}

test('a healthy stream is spread in time, buffered-stream comes as one burst', async () => {
  const relay = await relayFor({ gapMs: 20 })
  const spread = await arrivals(await post(relay.url + chat, bearer, streamBody))
  expect(spread.length).toBeGreaterThan(3)
  expect(spread.at(-1)).toBeGreaterThan(60)
  relay.setFault({ kind: 'buffered-stream' })
  const burst = await arrivals(await post(relay.url + chat, bearer, streamBody))
  expect(burst.at(-1)).toBeLessThan(60)
})
