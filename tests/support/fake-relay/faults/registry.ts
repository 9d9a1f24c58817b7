import type { Reply } from '../reply'
import { type BufferedStreamFault, bufferedStreamFault } from './buffered-stream'
import { type EmptyBodyFault, emptyBodyFault } from './empty-body'
import type { FaultDefinition, FaultRequest } from './fault'
import { type HangBeforeHeadersFault, hangBeforeHeadersFault } from './hang-before-headers'
import { type Html200Fault, html200Fault } from './html-200'
import { type MalformedJsonFault, malformedJsonFault } from './malformed-json'
import { type ResetFault, resetFault } from './reset'
import { type SlowFirstByteFault, slowFirstByteFault } from './slow-first-byte'
import { type StatusFault, statusFault } from './status'
import { type TruncatedStreamFault, truncatedStreamFault } from './truncated-stream'

/** A fault as data. A new kind is one file, one line here, and one in `registry`. */
export type Fault =
  | BufferedStreamFault
  | EmptyBodyFault
  | HangBeforeHeadersFault
  | Html200Fault
  | MalformedJsonFault
  | ResetFault
  | SlowFirstByteFault
  | StatusFault
  | TruncatedStreamFault

type Registry = {
  readonly [K in Fault['kind']]: FaultDefinition<Extract<Fault, { readonly kind: K }>>
}

const registry: Registry = {
  'buffered-stream': bufferedStreamFault,
  'empty-body': emptyBodyFault,
  'hang-before-headers': hangBeforeHeadersFault,
  'html-200': html200Fault,
  'malformed-json': malformedJsonFault,
  reset: resetFault,
  'slow-first-byte': slowFirstByteFault,
  status: statusFault,
  'truncated-stream': truncatedStreamFault,
}

/** Every kind of fault there is. */
export const faultKinds: readonly string[] = Object.keys(registry)

/** Spoils a reply by one fault. */
export function applyFault(reply: Reply, fault: Fault, request: FaultRequest): Reply {
  const definition = registry[fault.kind] as FaultDefinition<Fault> | undefined
  if (definition === undefined) throw new Error(`Unknown fault: ${fault.kind}`)
  return definition.apply(reply, fault, request)
}
