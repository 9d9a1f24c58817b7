import { randomUUID } from 'node:crypto'
import type { Api } from '../../../shared/contract'
import type { DoctorMethods } from '../doctor/desk'
import { once } from '../doctor/once'
import type { ProbeTool } from '../doctor/probes'
import type { Scope } from '../scope'

/** Methods of the doctor. The checks are loaded when one of them is first called: other commands do not pay for them. */
export function doctorMethods(scope: Scope, probe: ProbeTool): DoctorMethods {
  const doctor = once(async () => (await import('../doctor/desk')).openDoctor(scope, probe))
  return {
    'doctor.run': async (input) => (await doctor())['doctor.run'](input),
    'doctor.cancel': async (input) => (await doctor())['doctor.cancel'](input),
    'doctor.previewFix': async (input) => (await doctor())['doctor.previewFix'](input),
    'doctor.applyFix': async (input) => (await doctor())['doctor.applyFix'](input),
    'doctor.report': async (input) => (await doctor())['doctor.report'](input),
    'doctor.about': async (input) => (await doctor())['doctor.about'](input),
    'doctor.explain': async (input) => (await doctor())['doctor.explain'](input),
  }
}

/** The connection tester, one tool of one profile at a time. A cancelled doctor ends the test too. */
export const probeThrough =
  (connection: Pick<Api, 'connection.test' | 'connection.cancel'>): ProbeTool =>
  async ({ profileId, tool, depth, signal }) => {
    const run = randomUUID()
    const stop = () => void connection['connection.cancel']({ run })
    signal.addEventListener('abort', stop, { once: true })
    try {
      const report = await connection['connection.test']({
        run,
        profileIds: [profileId],
        tools: [tool],
        deep: depth === 'deep',
        free: depth === 'free',
      })
      return report.profiles[0]?.tools[0]
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
