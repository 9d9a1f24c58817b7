import type { PasteProbe } from '../../../shared/model/paste'
import { ProbeCancelled, ProbeFailure } from '../connection/net/failure'
import type { ProbePlan } from '../connection/plan'
import { probeProtocols } from '../connection/protocol-support'
import { listModels } from '../connection/steps/list'
import { createSession, type TestOptions, testConnection } from '../connection/test-connection'

const mostNames = 20_000

/**
 * What a relay says of itself before anything is saved: whether it takes the key, which protocols it speaks, which models it has. Costs no tokens.
 * @param plan any tool's plan for the relay
 * @param root the relay's root URL
 */
export async function probeRelay(plan: ProbePlan, root: string, given: Omit<TestOptions, 'depth'>): Promise<PasteProbe> {
  const options: TestOptions = { ...given, depth: 'free' }
  const [report, models, support] = await Promise.all([
    testConnection(plan, options),
    wholeList(plan, options),
    probeProtocols(plan, root, options),
  ])
  const protocols = Object.fromEntries(Object.entries(support).map(([protocol, said]) => [protocol, said.speaks]))
  const { outcome, layer, cause, cure } = report.verdict
  if (outcome !== 'fails' && outcome !== 'cancelled') return { outcome: 'reached', protocols, models }
  // A relay may speak another tool's protocol only: what it says to this one is no verdict on the key.
  if (models.length > 0 || Object.values(protocols).some(Boolean)) return { outcome: 'reached', protocols, models }
  const reached = report.timings !== undefined
  const refusedKey = layer === 'auth'
  return { outcome: refusedKey ? 'refused' : reached ? 'unknown' : 'unreachable', cause, cure, protocols, models }
}

async function wholeList(plan: ProbePlan, options: TestOptions): Promise<readonly string[]> {
  try {
    const list = await listModels(createSession(plan, options))
    return (list?.names ?? []).slice(0, mostNames)
  } catch (error) {
    if (error instanceof ProbeFailure || error instanceof ProbeCancelled) return []
    throw error
  }
}
