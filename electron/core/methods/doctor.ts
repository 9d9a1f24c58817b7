import { randomUUID } from 'node:crypto'
import type { Api } from '../../../shared/contract'
import { type DoctorMethods, openDoctor } from '../doctor/desk'
import type { ProbeTool } from '../doctor/probes'
import type { Scope } from '../scope'

type Tester = Pick<Api, 'connection.test' | 'connection.cancel'>

export const doctorMethods = (scope: Scope, tester: Tester): DoctorMethods => openDoctor(scope, probeThrough(tester))

/** The connection tester, one tool of one profile at a time. A cancelled doctor ends the test too. */
const probeThrough =
  (connection: Tester): ProbeTool =>
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
