import { expect, test } from 'vitest'
import { bearer, eventData, geminiBody, goog, post, relayFor } from './client'

const model = '/v1beta/models/gemini-x'

test('lists models', async () => {
  const relay = await relayFor()
  const answer = await fetch(`${relay.url}/v1beta/models`, { headers: goog })
  expect(await answer.json()).toMatchObject({ models: [{ name: 'models/gemini-x' }] })
})

test.each([
  ['x-goog-api-key', goog, ''],
  ['query', {}, '?key=sk-good'],
  ['bearer', bearer, ''],
] as const)('generateContent answers to a key in %s', async (kind, headers, query) => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}${model}:generateContent${query}`, headers, geminiBody)
  expect(await answer.json()).toMatchObject({
    candidates: [{ content: { parts: [{ text: 'pong from gemini-x' }] }, finishReason: 'STOP' }],
    usageMetadata: { candidatesTokenCount: 5 },
  })
  expect(relay.requests[0]).toMatchObject({ model: 'gemini-x', credential: { kind } })
})

test('streamGenerateContent streams events with alt=sse', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}${model}:streamGenerateContent?alt=sse`, goog, geminiBody)
  const events = eventData(await answer.text())
  expect(events).toHaveLength(3)
  expect(events[0]).not.toMatchObject({ candidates: [{ finishReason: 'STOP' }] })
  expect(events[2]).toMatchObject({ candidates: [{ finishReason: 'STOP' }] })
})

test('streamGenerateContent streams a JSON array without alt=sse', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}${model}:streamGenerateContent`, goog, geminiBody)
  expect(await answer.json()).toHaveLength(3)
})

test('countTokens counts', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}${model}:countTokens`, goog, geminiBody)
  expect(await answer.json()).toEqual({ totalTokens: expect.any(Number) })
})

test('a base URL that ends in /v1beta/models is a wrong path, not a strange model', async () => {
  const relay = await relayFor()
  const url = `${relay.url}/v1beta/models${model}:generateContent`
  const answer = await post(url, goog, geminiBody)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Invalid URL (POST /v1beta/models/v1beta/models/gemini-x')
})
