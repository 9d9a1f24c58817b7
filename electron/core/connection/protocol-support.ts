import type { ProtocolSupport, ToolProbeReport } from '../../../shared/model/probe'
import type { Protocol } from '../../../shared/model/tool'
import { judgeStatus } from './judge/status'
import { ProbeCancelled, ProbeFailure } from './net/failure'
import type { ProbePlan, WireProtocol } from './plan'
import { wires } from './protocols/index'
import { hollowRequest } from './requests'
import { ask } from './session'
import { createSession, type TestOptions } from './test-connection'

/** What a test of a tool says about its protocol; nothing where that is not sure. Pure. */
export function supportIn({ protocol, verdict, warnings, at }: ToolProbeReport): ProtocolSupport {
  if (verdict.outcome === 'works' || verdict.outcome === 'warns') return { [protocol]: { speaks: true, at } }
  const isAddress = warnings.some(({ code }) => code.startsWith('url-'))
  return verdict.code === 'wrong-path' && !isAddress ? { [protocol]: { speaks: false, at } } : {}
}

/**
 * Asks a relay for each protocol's own path with a request that has nothing to answer: no tokens. What cannot be told is left out.
 * @param plan any tool's plan for this relay; its key and way are used
 * @param root the relay's root URL
 */
export async function probeProtocols(plan: ProbePlan, root: string, options: TestOptions): Promise<ProtocolSupport> {
  const found: Partial<Record<Protocol, { speaks: boolean; at: string }>> = {}
  const at = (options.now?.() ?? new Date()).toISOString()
  await Promise.all(
    wires.map(async (wire) => {
      const api = `${root}${wire.id === 'gemini' ? '/v1beta' : '/v1'}`
      for (const header of headersOf(wire, plan)) {
        const speaks = await probeOne({ ...plan, wire, api, header }, options)
        if (speaks === undefined) continue
        found[wire.id] = { speaks, at }
        return
      }
    }),
  )
  return found
}

/** A relay that refuses the key in one header may take it in the protocol's other one. */
const headersOf = (wire: WireProtocol, plan: ProbePlan): readonly ProbePlan['header'][] => {
  if (wire.id === plan.wire.id) return [plan.header]
  if (wire.id === 'gemini') return ['x-goog-api-key', 'bearer']
  return wire.id === 'anthropic' ? ['bearer', 'x-api-key'] : ['bearer']
}

async function probeOne(plan: ProbePlan, options: TestOptions): Promise<boolean | undefined> {
  const session = createSession(plan, { ...options, onStep: undefined })
  const request = hollowRequest(plan, plan.models[0] ?? 'any')
  try {
    const answer = await ask(session, request)
    const { api, baseUrl, key, wire } = plan
    const finding = judgeStatus(answer, {
      url: request.url,
      baseUrl: baseUrl || api,
      protocol: wire.label,
      key,
      model: plan.models[0] ?? 'any',
      suggestions: [],
      now: session.now(),
    })
    if (finding === undefined || finding.code === 'request-refused' || finding.code === 'model-not-found') return true
    return finding.code === 'wrong-path' || finding.code === 'html-200' ? false : undefined
  } catch (error) {
    if (error instanceof ProbeFailure || error instanceof ProbeCancelled) return undefined
    throw error
  }
}
