import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ask } from '../lab/client'
import { bearer, chatBody, eventData, geminiBody, goog, messagesBody, post, relayFor, responsesBody, xApiKey } from './client'

const chat = '/v1/chat/completions'
const streamBody = { ...chatBody, stream: true }
const manual = { redirect: 'manual' } as const

test.each([
  ['bearer', bearer, chat, chatBody],
  ['x-api-key', xApiKey, '/v1/messages', messagesBody],
  ['x-goog-api-key', goog, '/v1beta/models/gemini-x:generateContent', geminiBody],
  ['query', {}, '/v1beta/models/gemini-x:generateContent?key=sk-good', geminiBody],
] as const)('wrong-key: a right key in %s is refused, in another place it is taken', async (keyKind, headers, path, body) => {
  const relay = await relayFor()
  relay.setFault({ kind: 'wrong-key' }, { keyKind })
  expect((await post(relay.url + path, headers, body)).status).toBe(401)
  const others = keyKind === 'bearer' ? post(`${relay.url}/v1/messages`, xApiKey, messagesBody) : post(relay.url + chat, bearer, chatBody)
  expect((await others).status).toBe(200)
})

test.each([
  ['plan', 'does not include the model `gpt-x`'],
  ['quota', '用户额度不足'],
  ['group', '无权访问模型 gpt-x'],
  ['address', 'IP'],
] as const)('plan-403: %s', async (reason, words) => {
  const relay = await relayFor()
  relay.setFault({ kind: 'plan-403', reason })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining(words), code: expect.any(String) } })
})

test.each([
  ['not-found', 404],
  ['no-channel', 503],
  ['bad-request', 400],
] as const)('model-404 as %s: the model is listed all the same', async (as, status) => {
  const relay = await relayFor()
  relay.setFault({ kind: 'model-404', as })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ error: { code: 'model_not_found', message: expect.stringContaining('gpt-x') } })
  expect(await (await fetch(`${relay.url}/v1/models`, { headers: bearer })).text()).toContain('gpt-x')
})

test.each([
  ['json', 'Invalid URL (POST /v1/chat/completions)'],
  ['html', '<center>nginx</center>'],
  ['empty', /^$/],
] as const)('path-404 as %s', async (as, body) => {
  const relay = await relayFor()
  relay.setFault({ kind: 'path-404', as })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toMatch(body)
})

test('rate-limit: bare, with Retry-After, with the quota headers of a vendor', async () => {
  const relay = await relayFor()
  const headersFor = async (fault: object) => {
    relay.setFault({ kind: 'rate-limit', ...fault })
    const answer = await post(relay.url + chat, bearer, chatBody)
    expect([answer.status, (await answer.json()).error.code]).toEqual([429, 'rate_limit_exceeded'])
    return [...answer.headers].filter(([name]) => /retry|ratelimit/.test(name)).map(([name, value]) => `${name}: ${value}`)
  }
  expect(await headersFor({})).toEqual([])
  expect(await headersFor({ retryAfter: 7 })).toEqual(['retry-after: 7'])
  expect(await headersFor({ retryAfter: 'Tue, 01 Jan 2030 00:00:00 GMT' })).toEqual(['retry-after: Tue, 01 Jan 2030 00:00:00 GMT'])
  expect(await headersFor({ headers: 'openai' })).toContain('x-ratelimit-remaining-requests: 0')
  expect(await headersFor({ headers: 'anthropic' })).toContain('anthropic-ratelimit-requests-remaining: 0')
})

test.each([500, 502, 503, 504] as const)('gateway-page: %s as a page', async (status) => {
  const relay = await relayFor()
  relay.setFault({ kind: 'gateway-page', status })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect([answer.status, answer.headers.get('server')]).toEqual([status, 'nginx/1.24.0'])
  expect(await answer.text()).toContain(`<title>${status} `)
})

test('redirect-loop: never ends, or ends after so many hops', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'redirect-loop' })
  await expect(post(relay.url + chat, bearer, chatBody)).rejects.toMatchObject({ cause: { message: 'redirect count exceeded' } })
  expect(relay.requests.length).toBeGreaterThan(10)
  relay.setFault({ kind: 'redirect-loop', hops: 2 })
  expect((await post(relay.url + chat, bearer, chatBody)).status).toBe(200)
  relay.setFault({ kind: 'redirect-loop', status: 302 })
  expect((await fetch(`${relay.url}/v1/models`, { headers: bearer, ...manual })).status).toBe(302)
})

test('redirect-login: a page to sign in on, whatever the scope and the prefix', async () => {
  const relay = await relayFor({ prefix: '/api' })
  relay.setFault({ kind: 'redirect-login' }, { path: '/chat' })
  const first = await fetch(relay.url + chat, { method: 'POST', ...manual })
  expect([first.status, first.headers.get('location')]).toEqual([302, '/login?next=%2Fapi%2Fv1%2Fchat%2Fcompletions'])
  const followed = await post(relay.url + chat, bearer, chatBody)
  expect([followed.status, followed.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await followed.text()).toContain('type="password"')
})

test('redirect-to: 308 carries the request to another relay, where fetch leaves its key behind', async () => {
  const there = await relayFor()
  const here = await relayFor()
  here.setFault({ kind: 'redirect-to', status: 308, location: `${there.url}<path>` })
  expect((await post(`${here.url}${chat}?a=b`, bearer, chatBody)).status).toBe(401)
  expect(there.requests).toMatchObject([{ method: 'POST', path: chat, query: { a: 'b' }, body: chatBody, credentials: [] }])
})

test('error-200: an error object in a body, an error event in a stream', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'error-200', message: 'No quota' })
  const whole = await post(relay.url + chat, bearer, chatBody)
  expect([whole.status, await whole.json()]).toEqual([200, { error: expect.objectContaining({ message: 'No quota' }) }])
  const stream = await (await post(relay.url + chat, bearer, streamBody)).text()
  expect(eventData(stream).at(-1)).toMatchObject({ error: { message: 'No quota' } })
  expect(stream).toContain('"role":"assistant"')
  expect(stream).not.toContain('[DONE]')
  relay.setFault({ kind: 'error-200', after: 0, claims: 529 })
  const events = eventData(await (await post(`${relay.url}/v1/messages`, xApiKey, { ...messagesBody, stream: true })).text())
  expect(events).toEqual([{ type: 'error', error: { type: 'overloaded_error', message: 'The upstream service failed.' } }])
})

test('error-200: also in streams of the Responses API and of Gemini', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'error-200', after: 1 })
  const named = await (await post(`${relay.url}/v1/responses`, bearer, { ...responsesBody, stream: true })).text()
  expect(named).toContain('event: error\n')
  const array = await (await post(`${relay.url}/v1beta/models/gemini-x:streamGenerateContent`, goog, geminiBody)).json()
  expect(array).toMatchObject([{ candidates: [{}] }, { error: { code: 500 } }])
})

test('wrong-content-type: another one, or none', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'wrong-content-type' })
  const stream = await post(relay.url + chat, bearer, streamBody)
  expect([stream.headers.get('content-type'), (await stream.text()).includes('[DONE]')]).toEqual(['text/plain; charset=utf-8', true])
  relay.setFault({ kind: 'wrong-content-type', contentType: null })
  const bare = await post(relay.url + chat, bearer, chatBody)
  expect([bare.headers.get('content-type'), (await bare.json()).model]).toEqual([null, 'gpt-x'])
})

test.each([
  [chat, bearer, chatBody],
  [chat, bearer, streamBody],
  ['/v1/messages', xApiKey, { ...messagesBody, stream: true }],
  ['/v1beta/models/gemini-x:generateContent', goog, geminiBody],
] as const)('other-model: %s says that another model answered', async (path, headers, body) => {
  const relay = await relayFor({ answer: 'pong' })
  relay.setFault({ kind: 'other-model', model: 'cheap-1b' })
  const text = await (await post(relay.url + path, headers, body)).text()
  expect(text).toMatch(/"model(Version)?":"cheap-1b"/)
  expect(text).not.toMatch(/"(gpt|claude|gemini)-x"/)
})

test.each(['gzip', 'br', 'deflate'] as const)('compressed by %s: bodies and streams', async (encoding) => {
  const relay = await relayFor()
  relay.setFault({ kind: 'compressed', encoding })
  const raw = await ask(relay.url + chat, {}, chatBody)
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync }[encoding]
  expect(raw.headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(raw.body.length) })
  expect(JSON.parse(unpack(raw.body).toString())).toMatchObject({ model: 'gpt-x' })
  expect(await (await post(relay.url + chat, bearer, streamBody)).text()).toMatch(/^data: [\s\S]*\[DONE\]\n\n$/)
})

test('compressed streams still come piece by piece', async () => {
  const relay = await relayFor({ gapMs: 25 })
  relay.setFault({ kind: 'compressed', encoding: 'gzip' })
  const times: number[] = []
  for await (const _part of (await post(relay.url + chat, bearer, streamBody)).body ?? []) times.push(performance.now())
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(60)
})

test('compressed, but only the header says so', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'compressed', encoding: 'gzip', lies: true })
  await expect((await post(relay.url + chat, bearer, chatBody)).text()).rejects.toThrow()
})

test('skewed-clock: the Date header is off by so much', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'skewed-clock', seconds: -7200 })
  const answer = await post(relay.url + chat, bearer, chatBody)
  expect(answer.status).toBe(200)
  const behind = Date.now() - Date.parse(answer.headers.get('date') ?? '')
  expect(Math.abs(behind - 7_200_000)).toBeLessThan(5000)
})

test('hang-in-body: a part arrives, the rest does not', async () => {
  const relay = await relayFor()
  relay.setFault({ kind: 'hang-in-body' })
  for (const body of [chatBody, streamBody]) {
    const answer = await post(relay.url + chat, bearer, body, AbortSignal.timeout(250))
    let text = ''
    const reading = (async () => {
      for await (const part of answer.body ?? []) text += Buffer.from(part).toString()
    })()
    await expect(reading).rejects.toThrow(/abort|timeout/i)
    expect(text).toContain('chatcmpl')
    expect(text).not.toContain('[DONE]')
  }
})
