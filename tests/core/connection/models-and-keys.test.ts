import { describe, expect, it } from 'vitest'
import { labForTest } from '../../support/lab/index'
import { KEY, probe, statesOf, tools } from './probing'

describe('the key', () => {
  it.each([
    ['claude', 'bearer', 'x-api-key'],
    ['gemini', 'x-goog-api-key', 'Authorization: Bearer'],
  ] as const)('of %s that is good in the other header only is told so', async (tool, keyKind, wanted) => {
    const relay = await labForTest().relay()
    relay.setFault({ kind: 'wrong-key' }, { keyKind })
    const { verdict } = await probe(relay.url, { tool })
    expect(verdict).toMatchObject({ outcome: 'fails', layer: 'auth', code: 'wrong-header', guide: 1 })
    expect(verdict.cause.en).toContain(wanted)
  })

  it.each(tools)('of %s that is refused is told as that, also where no model is known to ask', async (tool) => {
    const relay = await labForTest().relay({ keys: ['sk-another'] })
    const { verdict } = await probe(relay.url, { tool, target: { models: {} } })
    expect(verdict).toMatchObject({ outcome: 'fails', layer: 'auth', code: 'key-refused', guide: 1 })
  })

  it('goes into the one header that the tool sends', async () => {
    const relay = await labForTest().relay()
    for (const tool of tools) await probe(relay.url, { tool })
    expect(relay.requests.map(({ credentials }) => credentials.map(({ kind }) => kind))).toEqual([
      ['bearer'],
      ['bearer'],
      ['bearer'],
      ['bearer'],
      ['x-goog-api-key'],
      ['x-goog-api-key'],
    ])
    relay.clear()
    await probe(relay.url, { target: { options: { auth: 'api-key' } } })
    expect(relay.requests.flatMap(({ credentials }) => credentials.map(({ kind }) => kind))).toEqual(['x-api-key', 'x-api-key'])
  })

  it('never follows a redirect to another host', async () => {
    const lab = labForTest()
    const [relay, thief] = [await lab.relay(), await lab.relay()]
    for (const status of [301, 307, 308] as const) {
      relay.setFault({ kind: 'redirect-to', location: `${thief.url}<path>`, status })
      for (const tool of tools) expect((await probe(relay.url, { tool })).verdict.code).toBe('redirect')
    }
    expect(thief.requests).toEqual([])
  })

  it('is taken out of what a relay says', async () => {
    const relay = await labForTest().relay()
    relay.setFault({ kind: 'status', status: 401, message: `Incorrect API key provided: ${KEY}` })
    const report = await probe(relay.url)
    expect(report.verdict.evidence).toContain('Incorrect API key')
    expect(JSON.stringify(report)).not.toContain(KEY)
  })

  it('that cannot be a key is not sent at all', async () => {
    const relay = await labForTest().relay()
    const { verdict } = await probe(relay.url, { target: { key: 'Bearer sk-x\n' } })
    expect([verdict.layer, verdict.code, relay.requests.length]).toEqual(['url', 'key-format', 0])
  })
})

describe('the model', () => {
  it('that is not there brings the nearest of the relay, out of ten thousand', async () => {
    const relay = await labForTest().relay({ models: { anthropic: ['claude-sonnet-4-5', 'claude-opus-4-5', 'claude-haiku-4-5'] } })
    const { verdict, models } = await probe(relay.url, { target: { models: { main: 'claude-sonet-4.5' } } })
    expect(verdict).toMatchObject({ layer: 'model', code: 'model-not-found', guide: 3 })
    expect(verdict.suggestions?.[0]).toBe('claude-sonnet-4-5')
    expect(models?.count).toBe(3)
    relay.setFault({ kind: 'models-huge' })
    const huge = await probe(relay.url, { target: { models: { main: 'claude-sonet-4.5' } } })
    expect(huge.models?.count).toBeGreaterThanOrEqual(10_000)
    expect(huge.models?.names.length).toBeLessThanOrEqual(500)
  })

  it('is picked from the list where the profile names none, and that is said', async () => {
    const relay = await labForTest().relay({ models: { anthropic: ['gpt-x', 'claude-opus-x', 'claude-haiku-x', 'claude-embed-x'] } })
    const report = await probe(relay.url, { target: { models: {} } })
    expect(report).toMatchObject({ model: 'claude-haiku-x', verdict: { outcome: 'warns', code: 'model-not-named' } })
  })

  it('asked for with [1m] is the same without it', async () => {
    const relay = await labForTest().relay()
    expect((await probe(relay.url, { target: { models: { main: 'claude-x[1m]' } } })).verdict.outcome).toBe('works')
  })
})

describe('tokens', () => {
  it('are not spent by the free test: no request holds anything to answer', async () => {
    const relay = await labForTest().relay()
    for (const tool of tools) {
      relay.clear()
      const report = await probe(relay.url, { tool, depth: 'free' })
      expect(report.verdict).toMatchObject({ outcome: 'reached', code: 'reached' })
      expect(statesOf(report)).toMatchObject({ answer: 'skipped', auth: 'ok' })
      for (const { body } of relay.requests) expect(JSON.stringify(body)).not.toMatch(/messages|input|contents/)
    }
  })

  it('are told of beforehand, step by step', async () => {
    const relay = await labForTest().relay()
    const costly: string[] = []
    await probe(relay.url, { depth: 'deep', onStep: ({ id, costsTokens }) => costsTokens && costly.push(id) })
    expect(costly).toEqual(['answer', 'stream'])
  })

  it('are spent in one smallest request: nothing optional is in it', async () => {
    const relay = await labForTest().relay()
    for (const tool of tools) await probe(relay.url, { tool })
    const keys = relay.requests.filter(({ method }) => method === 'POST').map(({ body }) => Object.keys(Object(body)).sort())
    expect(keys).toEqual([['max_tokens', 'messages', 'model', 'stream'], ['input', 'model', 'stream'], ['contents']])
  })
})

describe('the address', () => {
  it.each([
    ['claude', '/v1'],
    ['codex', '/v1/responses'],
    ['gemini', '/v1beta/models'],
  ] as const)('of %s with the ending %s is named as the cause', async (tool, ending) => {
    const relay = await labForTest().relay()
    const { verdict } = await probe(relay.url, { tool, target: { baseUrl: `${relay.url}${ending}` } })
    expect(verdict).toMatchObject({ outcome: 'fails', layer: 'url', code: 'url-ending', guide: 11 })
  })

  it.each(['', 'relay.example.com', 'https://a b', 'https://u:p@relay.test', 'https://relay.test?x=1'])(
    '"%s" is refused before anything is sent',
    async (baseUrl) => {
      const { verdict } = await probe('https://relay.test', { target: { baseUrl } })
      expect(verdict).toMatchObject({ outcome: 'fails', layer: 'url', guide: 11 })
    },
  )

  it('of a relay without the protocol is told by layer', async () => {
    const relay = await labForTest().relay({ speaks: ['openai-chat'] })
    for (const tool of tools) expect((await probe(relay.url, { tool })).verdict).toMatchObject({ outcome: 'fails', code: 'wrong-path' })
  })

  it('of a relay that does not stream is no success', async () => {
    const relay = await labForTest().relay({ streams: false })
    for (const tool of ['claude', 'codex'] as const)
      expect((await probe(relay.url, { tool })).verdict).toMatchObject({
        outcome: 'fails',
        layer: 'stream',
        code: 'not-a-stream',
        guide: 10,
      })
  })
})
