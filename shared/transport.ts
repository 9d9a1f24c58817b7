import type { MethodName } from './contract'
import type { EventName, Events } from './events'
import type { Problem } from './model/switch'

/** How every call ends: a value, or a problem in words. */
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Problem }

/** All that a shell must carry between a user interface and the core. */
export interface Transport {
  call(method: MethodName, input: unknown): Promise<Reply>
  /** Returns the function that ends the subscription. */
  subscribe(listener: (name: EventName, payload: Events[EventName]) => void): () => void
}

/** A problem as an exception: what `createClient` throws and the core's own errors are. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message.en)
    this.name = 'ProblemError'
  }
}
