import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bearer, chatBody, messagesBody, post, relayFor } from './client'

test('two relays know different keys, models and answers', async () => {
  const one = await relayFor({ keys: ['sk-1'], models: ['m1'], answer: 'first <model>' })
  const two = await relayFor({ keys: ['sk-2'], models: ['m2'], answer: 'second <model>' })
  const ask = async (url: string, key: string, model: string) => {
    const headers = { authorization: `Bearer ${key}` }
    const answer = await post(`${url}/v1/chat/completions`, headers, { ...chatBody, model })
    return `${answer.status} ${await answer.text()}`
  }
  expect(await ask(one.url, 'sk-1', 'm1')).toContain('first m1')
  expect(await ask(two.url, 'sk-2', 'm2')).toContain('second m2')
  expect(await ask(two.url, 'sk-1', 'm2')).toMatch(/^401/)
  expect(await ask(two.url, 'sk-2', 'm1')).toMatch(/^404/)
  expect(one.requests).toHaveLength(1)
  expect(two.requests).toHaveLength(3)
})

test('records what was asked, with every key that was sent', async () => {
  const relay = await relayFor()
  const before = Date.now()
  await post(`${relay.url}/v1/messages`, { ...bearer, 'x-api-key': 'sk-other' }, messagesBody)
  expect(relay.requests).toEqual([
    {
      time: expect.any(Number),
      method: 'POST',
      path: '/v1/messages',
      query: {},
      headers: expect.objectContaining({ 'content-type': 'application/json' }),
      body: messagesBody,
      model: 'claude-x',
      protocol: 'anthropic',
      credential: { kind: 'x-api-key', key: 'sk-other' },
      credentials: [
        { kind: 'bearer', key: 'sk-good' },
        { kind: 'x-api-key', key: 'sk-other' },
      ],
      status: 401,
    },
  ])
  expect(relay.requests[0]?.time).toBeGreaterThanOrEqual(before)
  relay.clear()
  expect(relay.requests).toEqual([])
})

test('a prefix belongs to every path', async () => {
  const relay = await relayFor({ prefix: 'relay/a/' })
  expect(relay.url).toBe(`http://127.0.0.1:${relay.port}/relay/a`)
  const inside = await fetch(`${relay.url}/v1/models`, { headers: bearer })
  const outside = await fetch(`http://127.0.0.1:${relay.port}/v1/models`, { headers: bearer })
  expect([inside.status, outside.status]).toEqual([200, 404])
})

test('runs by hand and prints its URL', async () => {
  const main = fileURLToPath(new URL('../support/fake-relay/main.ts', import.meta.url))
  const args = ['--import', 'tsx', main, '--port', '0', '--key', 'sk-hand', '--model', 'm']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = await once(child.stdout, 'data')
    const headers = { authorization: 'Bearer sk-hand' }
    const answer = await fetch(`${String(line).trim()}/v1/models`, { headers })
    expect(await answer.json()).toMatchObject({ data: [{ id: 'm' }] })
  } finally {
    const left = once(child, 'exit')
    child.kill()
    await left
  }
})
