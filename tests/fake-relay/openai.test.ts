import { expect, test } from 'vitest'
import { bearer, chatBody, eventData, post, relayFor, responsesBody } from './client'

test('lists models', async () => {
  const relay = await relayFor()
  const answer = await fetch(`${relay.url}/v1/models`, { headers: bearer })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ object: 'list', data: [{ id: 'gpt-x', object: 'model' }] })
})

test('chat completions answer as JSON', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/chat/completions`, bearer, chatBody)
  expect(await answer.json()).toMatchObject({
    model: 'gpt-x',
    choices: [{ message: { content: 'pong from gpt-x' }, finish_reason: 'stop' }],
  })
})

test('chat completions stream deltas, usage on request, and [DONE]', async () => {
  const relay = await relayFor()
  const body = { ...chatBody, stream: true, stream_options: { include_usage: true } }
  const answer = await post(`${relay.url}/v1/chat/completions`, bearer, body)
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(text.endsWith('data: [DONE]\n\n')).toBe(true)
  expect(text.match(/"content":"[^"]+"/g)).toEqual(['"content":"pong"', '"content":" from"', '"content":" gpt-x"'])
  expect(eventData(text).at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 4 } })
})

test('responses answer as JSON', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/responses`, bearer, responsesBody)
  expect(await answer.json()).toMatchObject({
    status: 'completed',
    output: [{ content: [{ type: 'output_text', text: 'pong from gpt-x' }] }],
  })
})

test('responses stream the whole event sequence', async () => {
  const relay = await relayFor()
  const answer = await post(`${relay.url}/v1/responses`, bearer, { ...responsesBody, stream: true })
  const events = eventData(await answer.text())
  expect(events.map((event) => event.type)).toEqual([
    'response.created',
    'response.in_progress',
    'response.output_item.added',
    'response.content_part.added',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.done',
    'response.content_part.done',
    'response.output_item.done',
    'response.completed',
  ])
  expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, index) => index))
  expect(events.at(-1)).toMatchObject({ response: { usage: { output_tokens: 4 } } })
})
