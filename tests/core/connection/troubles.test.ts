import { expect, it } from 'vitest'
import { troubles } from '../../support/fake-relay/index'
import { labForTest } from '../../support/lab/index'
import { probe, tools } from './probing'

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

it('finds nothing wrong with a healthy relay, fifty times', async () => {
  const lab = labForTest()
  const relays = [await lab.relay({ gapMs: 1 }), await lab.tlsRelay('good-with-intermediate', { gapMs: 1 })]
  const env = { NODE_EXTRA_CA_CERTS: lab.caFile(), SSL_CERT_FILE: lab.caFile() }
  for (let run = 0; run < 50; run += 1) {
    const tool = tools[run % tools.length]
    const { verdict } = await probe(relays[run % 2]?.url ?? '', { tool, env, depth: run % 5 === 0 ? 'deep' : 'answer' })
    expect(verdict).toMatchObject({ outcome: 'works', code: 'works' })
  }
})
