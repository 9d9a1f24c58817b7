import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { bearer, chatBody, geminiBody, goog, messagesBody, post, relayFor, responsesBody, xApiKey } from './client'

const endpoints = [
  ['openai chat', '/v1/chat/completions', bearer, chatBody],
  ['openai responses', '/v1/responses', bearer, responsesBody],
  ['anthropic', '/v1/messages', xApiKey, messagesBody],
  ['gemini', '/v1beta/models/gemini-x:generateContent', goog, geminiBody],
] as const

const shapes = {
  openai: (text: string) => ({ error: { message: expect.stringContaining(text) } }),
  anthropic: (text: string) => ({ type: 'error', error: { message: expect.stringContaining(text) } }),
  gemini: (text: string) => ({ error: { code: expect.any(Number), message: expect.stringContaining(text) } }),
}

function shapeOf(name: string, text: string) {
  const protocol = name.split(' ')[0]
  if (protocol === 'anthropic') return shapes.anthropic(text)
  return protocol === 'gemini' ? shapes.gemini(text) : shapes.openai(text)
}

test.each(endpoints)('%s: wrong key and no key are 401', async (name, path, headers, body) => {
  const relay = await relayFor()
  const wrong = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, value.replace('sk-good', 'sk-bad')]))
  for (const sent of [wrong, {}]) {
    const answer = await post(relay.url + path, sent, body)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject(shapeOf(name, ''))
  }
  expect(relay.requests.map(({ credential }) => credential?.key)).toEqual(['sk-bad', undefined])
})

test.each(endpoints)('%s: unknown model is 404', async (name, path, headers, body) => {
  const relay = await relayFor()
  const answer = await post(relay.url + path.replace('gemini-x', 'nope'), headers, { ...body, model: 'nope' })
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject(shapeOf(name, 'nope'))
})

test.each(endpoints)('%s: wrong method is 405', async (name, path, headers) => {
  const relay = await relayFor()
  const answer = await fetch(relay.url + path, { headers })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('POST')
  expect(await answer.json()).toMatchObject(shapeOf(name, 'GET'))
})

test.each(endpoints)('%s: a body without its fields is 400', async (name, path, headers) => {
  const relay = await relayFor()
  const answer = await post(relay.url + path, headers, {})
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject(shapeOf(name, 'Field required'))
})

test('unknown path is 404 with its method and path', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/v1/messages`, bearer, messagesBody)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ error: { message: 'Invalid URL (POST /v1/v1/messages)' } })
})

test('a body that is not JSON is 400 and recorded as text', async () => {
  const relay = await relayFor()
  const answer = await fetch(`${relay.url}/v1/messages`, { method: 'POST', headers: bearer, body: '{' })
  expect(answer.status).toBe(400)
  expect(relay.requests[0]?.body).toBe('{')
})

test('a key in the wrong place for its protocol is 401', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/responses`, xApiKey, responsesBody)
  expect(answer.status).toBe(401)
})

test('a WebSocket upgrade is 426, so that clients fall back to POST', async () => {
  const relay = await relayFor()
  const headers = { ...bearer, connection: 'Upgrade', upgrade: 'websocket' }
  const [answer]: IncomingMessage[] = await once(get(`${relay.url}/v1/responses`, { headers }), 'response')
  answer?.resume()
  expect(answer?.statusCode).toBe(426)
})
