import { expect, it } from 'vitest'
import type { ProbePlan } from '../../../electron/core/connection/plan'
import { inPool } from '../../../electron/core/connection/pool'
import { openaiChat } from '../../../electron/core/connection/protocols/openai-chat'
import { testConnection } from '../../../electron/core/connection/test-connection'
import { troubles } from '../../support/fake-relay/index'
import { labForTest } from '../../support/lab/index'
import { planFor, probe, tools } from './probing'

/** Headers that no tool of ours sends by default; such a fault never befalls it. */
const other = (name: string, tool: string): boolean =>
  name.startsWith('wrong-key-') && name !== (tool === 'gemini' ? 'wrong-key-x-goog-api-key' : 'wrong-key-bearer')

const names = Object.keys(troubles) as (keyof typeof troubles)[]

it.each(names)('tells the trouble %s from a healthy relay', async (name) => {
  const { fault, scope, harmless } = troubles[name]
  const relay = await labForTest().relay({ answer: 'one two three four five six seven eight nine from <model>', gapMs: 2 })
  for (const tool of tools) {
    relay.setFault(fault, scope)
    const { verdict } = await probe(relay.url, { tool, timeouts: { headers: 1200, idle: 600, connect: 700 } })
    if (harmless || other(name, tool)) expect({ tool, ...verdict }).toMatchObject({ tool, outcome: expect.stringMatching(/works|warns/) })
    else expect({ tool, ...verdict }).toMatchObject({ tool, outcome: expect.stringMatching(/fails|warns/) })
  }
})

it('finds nothing wrong with a healthy relay, two hundred times: every protocol, http and https, direct and through a proxy', async () => {
  const lab = labForTest()
  const options = { answer: 'one two three four five six seven eight nine from <model>' }
  // A stream must be told from a burst on a busy machine too, so its pauses are long where it is judged.
  const [quick, slow] = [
    { ...options, gapMs: 1 },
    { ...options, gapMs: 25 },
  ]
  const relays = {
    answer: [await lab.relay(quick), await lab.tlsRelay('good', quick)],
    deep: [await lab.relay(slow), await lab.tlsRelay('good-with-intermediate', slow)],
  }
  const proxy = await lab.httpProxy()
  const trust = { NODE_EXTRA_CA_CERTS: lab.caFile(), SSL_CERT_FILE: lab.caFile() }
  const runs = Array.from({ length: 200 }, (_, run) => run)
  const codes = await inPool(runs, 4, async (run) => {
    const depth = run % 10 === 9 ? 'deep' : 'answer'
    const plan = plans[run % plans.length]?.(relays[depth][(run >> 2) % 2]?.url ?? '')
    const env = run % 7 === 0 ? { ...trust, http_proxy: proxy.url, https_proxy: proxy.url } : trust
    if (plan === undefined) return 'no plan'
    const place = { platform: 'linux' as const, home: '/nowhere', env }
    const { verdict } = await testConnection(plan, { place, depth })
    return `${verdict.outcome} ${verdict.code}`
  })
  expect(codes).toEqual(runs.map(() => 'works works'))
  expect(relays.deep.every(({ requests }) => requests.length > 0)).toBe(true)
})

/** The tools' three protocols, and the fourth as another tool would speak it. */
const plans: readonly ((url: string) => ProbePlan)[] = [
  ...tools.map((tool) => (url: string) => planFor(url, { tool })),
  (url) => ({ ...planFor(url, { tool: 'codex' }), wire: openaiChat, like: { headers: {}, body: {} } }),
]
