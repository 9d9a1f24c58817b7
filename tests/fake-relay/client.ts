import { afterEach } from 'vitest'
import { type FakeRelay, type FakeRelayOptions, startFakeRelay } from '../support/fake-relay/index'

const open: FakeRelay[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((relay) => relay.close()))
})

/** A relay with one key and one model per protocol, closed after the test. */
export async function relayFor(options: Partial<FakeRelayOptions> = {}): Promise<FakeRelay> {
  const models = { openai: ['gpt-x'], anthropic: ['claude-x'], gemini: ['gemini-x'] }
  const relay = await startFakeRelay({ keys: ['sk-good'], models, gapMs: 0, ...options })
  open.push(relay)
  return relay
}

export type Headers = Readonly<Record<string, string>>

export const bearer: Headers = { authorization: 'Bearer sk-good' }
export const xApiKey: Headers = { 'x-api-key': 'sk-good', 'anthropic-version': '2023-06-01' }
export const goog: Headers = { 'x-goog-api-key': 'sk-good' }

/** POST with a JSON body. */
export function post(url: string, headers: Headers, body: unknown, signal?: AbortSignal) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })
}

/** The JSON objects in the `data:` lines of an event stream. */
export function eventData(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice('data: '.length)))
}

export const hello = [{ role: 'user', content: 'ping' }]
export const chatBody = { model: 'gpt-x', messages: hello }
export const responsesBody = { model: 'gpt-x', input: 'ping' }
export const messagesBody = { model: 'claude-x', max_tokens: 16, messages: hello }
export const geminiBody = { contents: [{ role: 'user', parts: [{ text: 'ping' }] }] }
