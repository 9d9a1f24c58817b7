import type { ToolProbeReport } from '../../../shared/model/probe'
import { createGate, type Gate } from './net/gate'
import { TrustStore } from './net/trust'
import type { ProbePlan } from './plan'
import { inPool } from './pool'
import { type TestOptions, testConnection } from './test-connection'

/** Tests under way at a time: far more than anyone has profiles for, and few enough for every system's limit of open files. */
const AT_ONCE = 64
/** Handshakes that begin together, and for how long one that waits for a far server keeps others back. */
const HANDSHAKES = 4
const HOLD_MS = 15

/** One tool of one profile. */
export interface Job {
  readonly profileId: string
  readonly plan: ProbePlan
}

export interface BulkOptions extends Omit<TestOptions, 'gate' | 'onStep'> {
  readonly atOnce?: number
  readonly onStep?: (job: Job, ...told: Parameters<NonNullable<TestOptions['onStep']>>) => void
  readonly onReport?: (job: Job, report: ToolProbeReport) => void
}

/**
 * Tests many at once, in about the time of the slowest. No reported time holds a wait in our own queue: clocks start behind the gate, and the
 * certificates are parsed before the first of them.
 */
export async function testMany(jobs: readonly Job[], options: BulkOptions): Promise<readonly ToolProbeReport[]> {
  const { atOnce = AT_ONCE, onStep, onReport, trustStore = new TrustStore(), ...common } = options
  const gate: Gate | undefined = jobs.length > 1 ? createGate(HANDSHAKES, HOLD_MS) : undefined
  return inPool(jobs, atOnce, async (job) => {
    const report = await testConnection(job.plan, { ...common, gate, trustStore, onStep: (step) => onStep?.(job, step) })
    onReport?.(job, report)
    return report
  })
}
