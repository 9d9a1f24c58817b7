import { execFile, execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { curlCommand } from '../../../electron/core/connection/curl'
import { nearestNames } from '../../../electron/core/connection/judge/nearest'
import { readRateLimit } from '../../../electron/core/connection/judge/rate-limit'
import { isSameModel } from '../../../electron/core/connection/judge/same-model'
import { judgeSpacing } from '../../../electron/core/connection/judge/stream'
import { routeFor } from '../../../electron/core/connection/net/route'
import { watchStalls } from '../../../electron/core/connection/net/stall'
import { pauseBefore } from '../../../electron/core/connection/retry'
import { testConnection } from '../../../electron/core/connection/test-connection'
import type { CurlStep } from '../../../shared/model/probe'
import { labForTest } from '../../support/lab/index'
import { KEY, planFor, tools } from './probing'

/** What a command prints; it must succeed. */
const bash = (command: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile('/bin/bash', ['-c', command], { encoding: 'utf8' }, (error, out) => (error ? reject(error) : resolve(out)))
  })

const url = (text: string) => new URL(text)
const codex = { allProxy: true }
const claude = { allProxy: false }

describe('the proxy of an environment', () => {
  it('is that of the scheme, lower case first, and ALL_PROXY only for tools that read it', () => {
    const env = { HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2', ALL_PROXY: 'socks5h://c:3' }
    expect(routeFor(url('https://x.test'), env, claude)).toMatchObject({ kind: 'http-proxy', variable: 'https_proxy' })
    expect(routeFor(url('http://x.test'), env, claude).kind).toBe('direct')
    expect(routeFor(url('http://x.test'), env, codex)).toMatchObject({ kind: 'socks-proxy', variable: 'ALL_PROXY' })
    expect(routeFor(url('https://x.test'), { HTTPS_PROXY: '127.0.0.1:7890' }, claude).proxy?.host).toBe('127.0.0.1:7890')
  })

  it.each([
    ['x.test', 'https://x.test', true],
    ['x.test', 'https://api.x.test', true],
    ['.x.test', 'https://api.x.test', true],
    ['*.x.test', 'https://api.x.test', true],
    ['x.test', 'https://notx.test', false],
    ['x.test:8443', 'https://x.test', false],
    ['x.test:443', 'https://x.test', true],
    ['a, x.test', 'https://x.test', true],
    ['*', 'https://x.test', true],
    ['127.0.0.1', 'https://127.0.0.1:99', true],
    ['::1', 'https://[::1]:99', true],
    ['[::1]', 'https://[::1]:99', true],
    ['', 'https://x.test', false],
  ])('NO_PROXY=%s and %s: left out %s', (list, target, out) => {
    const route = routeFor(url(target), { https_proxy: 'http://p:1', no_proxy: list }, claude)
    expect(route.kind === 'direct').toBe(out)
  })
})

it('pauses double, waver by chance, and never come before the relay allows', () => {
  const rule = { times: 3, baseMs: 400, longestMs: 5000 }
  expect([0, 1, 2].map((tried) => pauseBefore(rule, tried, undefined, 0))).toEqual([200, 400, 800])
  expect([0, 1, 2].map((tried) => pauseBefore(rule, tried, undefined, 0.999)).map((ms) => Math.round(ms ?? 0))).toEqual([400, 800, 1599])
  expect(pauseBefore(rule, 3, undefined, 0)).toBeUndefined()
  expect(pauseBefore(rule, 0, 3000, 0)).toBeGreaterThanOrEqual(3000)
  expect(pauseBefore(rule, 0, 60_000, 0)).toBeUndefined()
})

it('reads what a relay says about its limits', () => {
  const now = new Date('2026-01-01T00:00:00Z')
  expect(readRateLimit({ 'retry-after': '7' }, now)?.retryAfterMs).toBe(7000)
  expect(readRateLimit({ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, now)?.retryAfterMs).toBe(60_000)
  expect(
    readRateLimit({ 'x-ratelimit-limit-tokens': '9', 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '6m0s' }, now)
      ?.limits,
  ).toEqual([{ name: 'tokens', limit: '9', remaining: '0', reset: '6m0s' }])
  expect(readRateLimit({ 'anthropic-ratelimit-requests-remaining': '3' }, now)?.limits).toEqual([{ name: 'requests', remaining: '3' }])
  expect(readRateLimit({ date: 'x' }, now)).toBeUndefined()
})

it('notices when this process was kept from reading', () => {
  const end = watchStalls()
  const until = Date.now() + 200
  while (Date.now() < until);
  expect(end()).toBeGreaterThan(100)
})

it('tells a stream from a burst', () => {
  expect(judgeSpacing([83, 123, 164, 204, 215, 260], 6).kind).toBe('streaming')
  expect(judgeSpacing([900, 900, 900, 900, 900], 1).kind).toBe('buffered')
  expect(judgeSpacing([900, 902, 903, 904, 905], 3).kind).toBe('buffered')
  expect(judgeSpacing([900, 930], 2).kind).toBe('too-short')
  // A fast model behind a slow relay.
  expect(judgeSpacing([900, 901, 902, 903, 904, 905, 906, 907, 908], 9).kind).toBe('streaming')
  // This process could not read: the burst may be its own.
  expect(judgeSpacing([900, 900, 900, 900, 900], 1, 300).kind).toBe('too-short')
})

it.each([
  ['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929', true],
  ['gpt-4o', 'gpt-4o-2024-08-06', true],
  ['anthropic/claude-sonnet-4.5', 'claude-sonnet-4-5', true],
  ['gpt-4o', 'gpt-4o-mini', false],
  ['gemini-2.5-pro', 'gemini-2.5-flash', false],
])('asked for %s, %s is the same model: %s', (asked, answered, same) => expect(isSameModel(asked, answered)).toBe(same))

it('finds names that are spelled much alike, also among ten thousand', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `vendor/model-${at}`).concat('gpt-5-codex', 'gpt-5', 'claude-sonnet-4-5')
  expect(nearestNames('gpt5-codex', names)[0]).toBe('gpt-5-codex')
  expect(nearestNames('zzzz', ['gpt-5', 'claude'])).toEqual([])
})

describe('a command to run by hand', () => {
  const plan = planFor('https://relay.test', { target: { models: { main: "it's" } } })

  it.each(['models', 'answer', 'stream', 'timing', 'dns', 'tls'] as const)('for %s hides the key unless it is asked for', (step) => {
    for (const shell of ['bash', 'powershell'] as const) {
      expect(curlCommand(plan, { step, shell, reveal: false })).not.toContain(KEY)
      if (step !== 'dns' && step !== 'tls') expect(curlCommand(plan, { step, shell, reveal: true })).toContain(KEY)
    }
  })

  it.each(tools)('does in bash what the test of %s does, at every step of a request', async (tool) => {
    const relay = await labForTest().relay({ models: ["it's"] })
    const own = planFor(relay.url, { tool, target: { models: { main: "it's" } } })
    const run = (step: CurlStep) => bash(curlCommand(own, { step, shell: 'bash', reveal: true }))
    expect(await run('models')).toMatch(/^HTTP\/1\.1 200[\s\S]*it's/)
    expect(await run('answer')).toMatch(/^HTTP\/1\.1 200[\s\S]*data: /)
    expect(await run('stream')).toMatch(own.wire.last)
    expect(await run('timing')).toMatch(/^DNS: [\d.]+s {2}Connect: [\d.]+s {2}TLS: [\d.]+s {2}First byte: [\d.]+s {2}Total: [\d.]+s$/m)
    const sent = relay.requests.map(({ method, path, status, credentials }) => [method, path, status, credentials.map(({ kind }) => kind)])
    relay.clear()
    await testConnection(own, { place: { platform: 'linux', home: '/nowhere', env: {} }, depth: 'answer' })
    const tested = relay.requests.map(({ method, path, status, credentials }) => [
      method,
      path,
      status,
      credentials.map(({ kind }) => kind),
    ])
    expect([sent[0], sent[1]]).toEqual(tested)
    expect([sent[2], sent[3]]).toEqual([tested[1], tested[0]])
  })

  it('with a masked key is refused by the relay, and otherwise the same', async () => {
    const relay = await labForTest().relay()
    expect(await bash(curlCommand(planFor(relay.url), { step: 'models', shell: 'bash', reveal: false }))).toMatch(/^HTTP\/1\.1 401/)
  })

  it('looks a name up and shows a certificate in bash', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    const own = planFor(relay.url)
    expect(await bash(curlCommand(own, { step: 'tls', shell: 'bash', reveal: false }))).toContain('Switchyard Lab Root CA')
    expect(curlCommand(planFor('https://relay.test'), { step: 'dns', shell: 'bash', reveal: false })).toBe("nslookup 'relay.test'")
  })

  it('is valid bash for every step', () => {
    for (const step of ['models', 'answer', 'stream', 'timing', 'dns', 'tls'] as const)
      execFileSync('/bin/bash', ['-n', '-c', curlCommand(plan, { step, shell: 'bash', reveal: true })])
  })
})
