import { expect, test } from 'vitest'
import { bearer, eventData, messagesBody, post, relayFor, xApiKey } from './client'

test.each([
  ['x-api-key', xApiKey],
  ['bearer', bearer],
] as const)('messages answer as JSON to a key in %s', async (kind, headers) => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/messages?beta=true`, headers, messagesBody)
  expect(await answer.json()).toMatchObject({
    type: 'message',
    content: [{ type: 'text', text: 'pong from claude-x' }],
    stop_reason: 'end_turn',
  })
  expect(relay.requests[0]).toMatchObject({ credential: { kind, key: 'sk-good' }, query: { beta: 'true' } })
})

test('messages stream with a ping', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/messages`, xApiKey, { ...messagesBody, stream: true })
  const events = eventData(await answer.text())
  expect(events.map((event) => event.type)).toEqual([
    'message_start',
    'content_block_start',
    'ping',
    'content_block_delta',
    'content_block_delta',
    'content_block_delta',
    'content_block_stop',
    'message_delta',
    'message_stop',
  ])
})

test('count_tokens counts', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/messages/count_tokens`, xApiKey, messagesBody)
  expect(await answer.json()).toEqual({ input_tokens: expect.any(Number) })
})

test('the model list has the shape that the headers ask for', async () => {
  const relay = await relayFor()
  const answer = await fetch(`${relay.url}/v1/models`, { headers: xApiKey })
  expect(await answer.json()).toMatchObject({
    data: [{ type: 'model', id: 'claude-x' }],
    has_more: false,
    first_id: 'claude-x',
  })
})
