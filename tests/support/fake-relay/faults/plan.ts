import type { Reply } from '../reply'
import { type FaultRequest, type FaultScope, inScope } from './fault'
import { applyFault, type Fault, faultKinds } from './registry'

export interface FaultPlan {
  add(fault: Fault, scope?: FaultScope): void
  clear(): void
  /** The reply as it goes out: spoiled by the first fault whose scope fits, or as it was. */
  apply(reply: Reply, request: FaultRequest): Promise<Reply>
}

/** An empty list of faults to come. */
export function createFaultPlan(): FaultPlan {
  let entries: { readonly fault: Fault; readonly scope: FaultScope; left: number }[] = []
  return {
    add(fault, scope = {}) {
      if (!faultKinds.includes(fault.kind)) throw new Error(`Unknown fault: ${fault.kind}`)
      entries.push({ fault, scope, left: scope.times ?? Number.POSITIVE_INFINITY })
    },
    clear() {
      entries = []
    },
    async apply(reply, request) {
      const entry = entries.find(({ scope, left }) => left > 0 && inScope(scope, request))
      if (entry === undefined) return reply
      entry.left -= 1
      return applyFault(reply, entry.fault, request)
    },
  }
}
