import { describe, expect, it } from 'vitest'
import type { ToolProbeReport } from '../../../shared/model/probe'
import type { Fault, FaultScope } from '../../support/fake-relay/index'
import { labForTest } from '../../support/lab/index'
import { KEY, probe, tools } from './probing'

interface Case {
  readonly name: string
  readonly fault: Fault
  readonly scope?: FaultScope
  readonly verdict: readonly [outcome: ToolProbeReport['verdict']['outcome'], layer: string, code: string, guide?: number]
}

const lists: FaultScope = { method: 'GET', path: '/models' }
const status = (code: number, more: Partial<Extract<Fault, { kind: 'status' }>> = {}): Fault => ({ kind: 'status', status: code, ...more })

const cases: readonly Case[] = [
  { name: 'a wrong key', fault: { kind: 'wrong-key' }, verdict: ['fails', 'auth', 'key-refused', 1] },
  { name: 'a plan without the model', fault: { kind: 'plan-403' }, verdict: ['fails', 'auth', 'forbidden', 2] },
  { name: 'no credit', fault: { kind: 'plan-403', reason: 'quota' }, verdict: ['fails', 'auth', 'no-credit', 2] },
  { name: 'a key for another group', fault: { kind: 'plan-403', reason: 'group' }, verdict: ['fails', 'auth', 'forbidden', 2] },
  { name: 'payment required', fault: status(402), verdict: ['fails', 'auth', 'no-credit', 2] },
  { name: 'an unknown model', fault: { kind: 'model-404' }, verdict: ['fails', 'model', 'model-not-found', 3] },
  { name: 'no channel for the model', fault: { kind: 'model-404', as: 'no-channel' }, verdict: ['fails', 'model', 'model-not-found', 3] },
  { name: 'an unknown model as 400', fault: { kind: 'model-404', as: 'bad-request' }, verdict: ['fails', 'model', 'model-not-found', 3] },
  { name: 'a wrong path', fault: { kind: 'path-404' }, verdict: ['fails', 'http', 'wrong-path', 11] },
  { name: 'a wrong path with a page', fault: { kind: 'path-404', as: 'html' }, verdict: ['fails', 'http', 'wrong-path', 11] },
  { name: 'a wrong path with nothing', fault: { kind: 'path-404', as: 'empty' }, verdict: ['fails', 'http', 'wrong-path', 11] },
  { name: 'a wrong method', fault: status(405), verdict: ['fails', 'http', 'wrong-path', 11] },
  { name: '429', fault: { kind: 'rate-limit' }, verdict: ['fails', 'http', 'rate-limited', 4] },
  { name: '429 with Retry-After', fault: { kind: 'rate-limit', retryAfter: 30 }, verdict: ['fails', 'http', 'rate-limited', 4] },
  { name: '500', fault: status(500), verdict: ['fails', 'http', 'relay-error', 5] },
  { name: '502', fault: { kind: 'gateway-page', status: 502 }, verdict: ['fails', 'http', 'upstream-down', 5] },
  { name: '503', fault: status(503), verdict: ['fails', 'http', 'overloaded', 5] },
  { name: '504', fault: { kind: 'gateway-page', status: 504 }, verdict: ['fails', 'http', 'upstream-timeout', 6] },
  { name: '529', fault: status(529), verdict: ['fails', 'http', 'overloaded', 5] },
  { name: 'silence before the headers', fault: { kind: 'hang-before-headers' }, verdict: ['fails', 'http', 'no-answer', 6] },
  { name: 'silence in the body', fault: { kind: 'hang-in-body' }, verdict: ['fails', 'answer', 'body-hangs', 6] },
  { name: 'a reset', fault: { kind: 'reset' }, verdict: ['fails', 'http', 'dropped', 6] },
  { name: 'a reset in the body', fault: { kind: 'reset', at: 'in-body' }, verdict: ['fails', 'answer', 'body-cut', 10] },
  { name: 'a redirect in circles', fault: { kind: 'redirect-loop' }, verdict: ['fails', 'http', 'redirect-loop', 11] },
  { name: 'a redirect to a login page', fault: { kind: 'redirect-login' }, verdict: ['fails', 'http', 'redirect-login', 11] },
  {
    name: 'a redirect elsewhere',
    fault: { kind: 'redirect-to', location: 'https://other.invalid<path>' },
    verdict: ['fails', 'http', 'redirect', 11],
  },
  { name: 'a web page with 200', fault: { kind: 'html-200' }, verdict: ['fails', 'http', 'html-200', 11] },
  { name: 'an empty body', fault: { kind: 'empty-body' }, verdict: ['fails', 'answer', 'empty-body', 5] },
  { name: 'broken JSON', fault: { kind: 'malformed-json' }, verdict: ['fails', 'answer', 'malformed', 5] },
  { name: 'an error inside a 200', fault: { kind: 'error-200' }, verdict: ['fails', 'answer', 'error-in-200', 5] },
  { name: 'nothing but an error inside a 200', fault: { kind: 'error-200', after: 0 }, verdict: ['fails', 'answer', 'error-in-200', 5] },
  { name: 'a stream without its end', fault: { kind: 'truncated-stream' }, verdict: ['fails', 'stream', 'stream-cut', 10] },
  { name: 'a stream cut off', fault: { kind: 'truncated-stream', ending: 'cut' }, verdict: ['fails', 'answer', 'body-cut', 10] },
  { name: 'a held-back stream', fault: { kind: 'buffered-stream', ms: 250 }, verdict: ['warns', 'stream', 'stream-buffered', 10] },
  { name: 'a wrong content type', fault: { kind: 'wrong-content-type' }, verdict: ['warns', 'stream', 'stream-type', 10] },
  {
    name: 'JSON as the type of a stream',
    fault: { kind: 'wrong-content-type', contentType: 'application/json' },
    verdict: ['warns', 'stream', 'stream-type', 10],
  },
  { name: 'another model', fault: { kind: 'other-model', model: 'cheap-1' }, verdict: ['warns', 'answer', 'other-model', 3] },
  { name: 'a clock that is off', fault: { kind: 'skewed-clock', seconds: 86_400 }, verdict: ['warns', 'tls', 'clock-skew', 13] },
  {
    name: 'a lie about compression',
    fault: { kind: 'compressed', encoding: 'gzip', lies: true },
    verdict: ['fails', 'answer', 'body-encoding'],
  },
  { name: 'gzip', fault: { kind: 'compressed', encoding: 'gzip' }, verdict: ['works', 'answer', 'works'] },
  { name: 'brotli', fault: { kind: 'compressed', encoding: 'br' }, verdict: ['works', 'answer', 'works'] },
  { name: 'deflate', fault: { kind: 'compressed', encoding: 'deflate' }, verdict: ['works', 'answer', 'works'] },
  { name: 'a slow first byte', fault: { kind: 'slow-first-byte', ms: 200 }, verdict: ['works', 'answer', 'works'] },
  { name: 'no list of models', fault: status(404), scope: lists, verdict: ['works', 'answer', 'works'] },
  { name: 'a guarded list of models', fault: status(401), scope: lists, verdict: ['works', 'answer', 'works'] },
  { name: 'a web page as list of models', fault: { kind: 'html-200' }, scope: lists, verdict: ['works', 'answer', 'works'] },
  { name: 'a broken list of models', fault: { kind: 'malformed-json' }, scope: lists, verdict: ['works', 'answer', 'works'] },
  { name: 'a failure that passes', fault: status(503), scope: { times: 1 }, verdict: ['warns', 'http', 'unsteady', 5] },
  ...(['cloudflare', 'cloudflare-challenge', 'cloudflare-busy', 'aliyun', 'baota', 'safeline', 'aws', 'imperva'] as const).map(
    (vendor): Case => ({
      name: `a firewall's page (${vendor})`,
      fault: { kind: 'waf-page', vendor },
      verdict: ['fails', 'http', 'waf', 2],
    }),
  ),
]

const answer = 'one two three four five six seven eight nine from <model>'

describe('every fault of a relay has its verdict', () => {
  it.each(cases)('$name', async ({ fault, scope, verdict: [outcome, layer, code, guide] }) => {
    const relay = await labForTest().relay({ answer, gapMs: 3 })
    for (const tool of tools) {
      relay.clear()
      relay.setFault(fault, scope)
      const report = await probe(relay.url, { tool })
      expect({ tool, ...report.verdict }).toMatchObject({ tool, outcome, layer, code, ...(guide && { guide }) })
      expect(report.verdict.cause.zh).not.toBe('')
      expect(report.verdict.cure.en).not.toBe('')
      expect(JSON.stringify(report)).not.toContain(KEY)
      if (outcome === 'fails') expect(report.steps.filter(({ state }) => state === 'fail')).toHaveLength(1)
    }
  })
})

describe('without tokens', () => {
  it.each(cases.filter(({ verdict: [outcome], scope }) => outcome === 'fails' && !scope))(
    '$name is never called working',
    async ({ fault }) => {
      const relay = await labForTest().relay({ answer })
      relay.setFault(fault)
      const { verdict } = await probe(relay.url, { depth: 'free' })
      expect(['fails', 'reached']).toContain(verdict.outcome)
    },
  )
})
