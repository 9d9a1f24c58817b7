import { expect, test } from 'vitest'
import { faultKinds, provoke, type TroubleName, troubles, type WireApi } from '../support/fake-relay'
import { modelsShapes, wafVendors } from '../support/fake-relay/faults'
import { bearer, chatBody, geminiBody, goog, messagesBody, post, relayFor, responsesBody, xApiKey } from './client'

const names = Object.keys(troubles) as readonly TroubleName[]

test('troubles use every kind of fault but the one that needs another place', () => {
  const used = new Set<string>(Object.values(troubles).map(({ fault }) => fault.kind))
  expect(faultKinds.filter((kind) => !used.has(kind))).toEqual(['redirect-to'])
})

/** What a client of OpenAI chat gets to see, as one line: status, content type, the answer's text; or the error. */
async function look(url: string, stream: boolean): Promise<string> {
  const body = { ...chatBody, stream }
  try {
    const answer = await post(`${url}/v1/chat/completions`, { ...bearer, ...xApiKey, ...goog }, body, AbortSignal.timeout(250))
    const type = answer.headers.get('content-type') ?? 'no type'
    return `${answer.status} ${type} ${answer.headers.get('date')?.slice(0, 11)} ${await answer.text()}`
  } catch (error) {
    return String(error)
  }
}

async function models(url: string): Promise<string> {
  const answer = await fetch(`${url}/v1/models`, { headers: bearer, signal: AbortSignal.timeout(250) }).catch(String)
  return typeof answer === 'string'
    ? answer
    : `${answer.status} ${answer.headers.get('content-encoding')} ${await answer.text().catch(String)}`
}

/** Visible only in time, or to clients of another protocol. */
const unseenHere: readonly TroubleName[] = ['slow-first-byte', 'slow-body', 'buffered-stream', 'wrong-key-query']

test.each(names.filter((name) => !unseenHere.includes(name)))('%s: a client can tell it from health', async (name) => {
  const relay = await relayFor()
  const seeAll = () => Promise.all([look(relay.url, false), look(relay.url, true), models(relay.url)])
  const healthy = await seeAll()
  provoke(relay, name)
  expect(await seeAll()).not.toEqual(healthy)
})

test.each(names)(
  '%s: answers are right exactly if it is harmless',
  async (name) => {
    const relay = await relayFor()
    provoke(relay, name)
    const timeout = AbortSignal.timeout(700)
    const unhurt = await post(`${relay.url}/v1/chat/completions`, bearer, { ...chatBody, stream: true }, timeout)
      .then(async (answer) => answer.ok && /event-stream/.test(answer.headers.get('content-type') ?? '') && (await answer.text()))
      .catch(() => '')
    const right = typeof unhurt === 'string' && unhurt.includes('[DONE]') && unhurt.includes('"model":"gpt-x"')
    const otherwise: readonly TroubleName[] = ['wrong-key-x-api-key', 'wrong-key-x-goog-api-key', 'wrong-key-query', 'buffered-stream']
    expect(right).toBe(troubles[name].harmless === true || otherwise.includes(name))
  },
  5000,
)

test.each(wafVendors)('waf-%s: a page with the marks of its maker', async (vendor) => {
  const relay = await relayFor()
  provoke(relay, `waf-${vendor}`)
  const answer = await post(`${relay.url}/v1/messages`, xApiKey, messagesBody)
  expect([403, 405, 503]).toContain(answer.status)
  expect(answer.headers.get('content-type')).toContain('text/html')
  const all = `${JSON.stringify([...answer.headers])}${await answer.text()}`
  expect(all).toMatch(/cloudflare|aliyun|宝塔|SafeLine|cloudfront|Incapsula/i)
})

test('models-huge: ten thousand, the real one among them', async () => {
  const relay = await relayFor()
  provoke(relay, 'models-huge')
  for (const [path, headers, id] of [
    ['/v1/models', bearer, 'gpt-x'],
    ['/v1/models', xApiKey, 'claude-x'],
    ['/v1beta/models', goog, 'models/gemini-x'],
  ] as const) {
    const body = await (await fetch(relay.url + path, { headers })).json()
    const list = body.data ?? body.models
    expect(list).toHaveLength(10_000)
    expect(list.at(-1)).toMatchObject(path === '/v1/models' ? { id } : { name: id })
  }
})

test('models-shape: the shapes of a list that no vendor documents', async () => {
  const relay = await relayFor()
  const seen: Record<string, unknown> = {}
  for (const shape of modelsShapes) {
    provoke(relay, `models-${shape}`)
    seen[shape] = await (await fetch(`${relay.url}/v1/models`, { headers: bearer })).json()
  }
  const entry = expect.objectContaining({ id: 'gpt-x' })
  expect(seen).toEqual({
    array: [entry],
    'array-of-strings': ['gpt-x'],
    'data-of-strings': { data: ['gpt-x'] },
    'data-object': { data: {} },
    'data-by-id': { data: { 'gpt-x': entry } },
    'data-null': { object: 'list', data: null },
    'data-empty': { object: 'list', data: [] },
    'data-twice': { success: true, data: { data: [entry] } },
    'other-field': { result: [entry] },
    'missing-ids': { data: [{ object: 'model' }, null, { id: 7 }, { id: '' }, entry] },
    names: { data: [{ name: 'gpt-x' }] },
    null: null,
  })
})

const endpoints: readonly (readonly [WireApi, string, Readonly<Record<string, string>>, object])[] = [
  ['openai-chat', '/v1/chat/completions', bearer, chatBody],
  ['openai-responses', '/v1/responses', bearer, responsesBody],
  ['anthropic-messages', '/v1/messages', xApiKey, messagesBody],
  ['gemini', '/v1beta/models/gemini-x:generateContent', goog, geminiBody],
]

test.each(endpoints)('a relay that speaks %s only knows no other path', async (wire) => {
  const relay = await relayFor({ speaks: [wire] })
  for (const [other, path, headers, body] of endpoints) {
    expect([other, (await post(relay.url + path, headers, body)).status]).toEqual([other, other === wire ? 200 : 404])
  }
})

test('a relay without Anthropic takes /v1/models for the list of OpenAI, whatever the headers', async () => {
  const relay = await relayFor({ speaks: ['openai-chat'] })
  const answer = await fetch(`${relay.url}/v1/models`, { headers: { ...xApiKey, ...bearer } })
  expect(await answer.json()).toMatchObject({ object: 'list', data: [{ id: 'gpt-x' }] })
})

test.each([
  ['/v1/chat/completions', bearer, { ...chatBody, stream: true }],
  ['/v1/messages', xApiKey, { ...messagesBody, stream: true }],
  ['/v1beta/models/gemini-x:streamGenerateContent?alt=sse', goog, geminiBody],
] as const)('a relay that does not stream answers %s with one JSON object', async (path, headers, body) => {
  const relay = await relayFor({ streams: false })
  const answer = await post(relay.url + path, headers, body)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(JSON.stringify(await answer.json())).toContain('pong')
})

test('scope by stream: one kind of answer is spoiled, the other is not', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'status', status: 503 }, { stream: true })
  const statuses = [chatBody, { ...chatBody, stream: true }].map((body) => post(`${relay.url}/v1/chat/completions`, bearer, body))
  expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 503])
})
