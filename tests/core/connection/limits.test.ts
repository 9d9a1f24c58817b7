import { describe, expect, it } from 'vitest'
import { labForTest } from '../../support/lab/index'
import { probe } from './probing'

describe('the limits of a relay', () => {
  it('are in the report, with how long to wait, whichever names their headers have', async () => {
    const relay = await labForTest().relay()
    relay.setFault({ kind: 'rate-limit', retryAfter: 360, headers: 'openai' })
    const { verdict, rateLimit } = await probe(relay.url, { tool: 'codex' })
    expect(verdict).toMatchObject({ outcome: 'fails', code: 'rate-limited', guide: 4 })
    expect(verdict.cure.en).toMatch(/6 minutes|360/)
    expect(rateLimit).toEqual({
      retryAfterMs: 360_000,
      limits: [
        { name: 'requests', limit: '60', remaining: '0', reset: '6m0s' },
        { name: 'tokens', limit: '150000', remaining: '149984', reset: '1s' },
      ],
    })
    relay.setFault({ kind: 'rate-limit', headers: 'anthropic' })
    const limits = (await probe(relay.url)).rateLimit?.limits
    expect(limits).toMatchObject([{ name: 'requests', limit: '50', remaining: '0' }])
  })

  it('are waited for: the next try comes no earlier than Retry-After allows', async () => {
    const relay = await labForTest().relay()
    relay.setFault({ kind: 'rate-limit', retryAfter: 1 }, { times: 1 })
    const { verdict } = await probe(relay.url)
    expect(verdict).toMatchObject({ outcome: 'warns', code: 'unsteady' })
    const [refused, next] = relay.requests.filter(({ path }) => path === relay.requests[0]?.path)
    expect(refused?.status).toBe(429)
    expect((next?.time ?? 0) - (refused?.time ?? 0)).toBeGreaterThanOrEqual(990)
  })

  it('that mean a long wait are not waited for', async () => {
    const relay = await labForTest().relay()
    relay.setFault({ kind: 'rate-limit', retryAfter: 3600 })
    await probe(relay.url)
    const first = relay.requests[0]?.path
    expect(relay.requests.filter(({ path }) => path === first)).toHaveLength(1)
  })
})
