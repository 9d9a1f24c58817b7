import type { Reply } from '../reply'
import { type BufferedStreamFault, bufferedStreamFault } from './buffered-stream'
import { type CompressedFault, compressedFault } from './compressed'
import { type EmptyBodyFault, emptyBodyFault } from './empty-body'
import { type Error200Fault, error200Fault } from './error-200'
import type { FaultDefinition, FaultRequest } from './fault'
import { type GatewayPageFault, gatewayPageFault } from './gateway-page'
import { type HangBeforeHeadersFault, hangBeforeHeadersFault } from './hang-before-headers'
import { type HangInBodyFault, hangInBodyFault } from './hang-in-body'
import { type Html200Fault, html200Fault } from './html-200'
import { type MalformedJsonFault, malformedJsonFault } from './malformed-json'
import { type Model404Fault, model404Fault } from './model-404'
import { type ModelsHugeFault, modelsHugeFault } from './models-huge'
import { type ModelsShapeFault, modelsShapeFault } from './models-shape'
import { type OtherModelFault, otherModelFault } from './other-model'
import { type Path404Fault, path404Fault } from './path-404'
import { type Plan403Fault, plan403Fault } from './plan-403'
import { type RateLimitFault, rateLimitFault } from './rate-limit'
import { type RedirectLoginFault, redirectLoginFault } from './redirect-login'
import { type RedirectLoopFault, redirectLoopFault } from './redirect-loop'
import { type RedirectToFault, redirectToFault } from './redirect-to'
import { type ResetFault, resetFault } from './reset'
import { type SkewedClockFault, skewedClockFault } from './skewed-clock'
import { type SlowFirstByteFault, slowFirstByteFault } from './slow-first-byte'
import { type StatusFault, statusFault } from './status'
import { type TruncatedStreamFault, truncatedStreamFault } from './truncated-stream'
import { type WafPageFault, wafPageFault } from './waf-page'
import { type WrongContentTypeFault, wrongContentTypeFault } from './wrong-content-type'
import { type WrongKeyFault, wrongKeyFault } from './wrong-key'

/** A fault as data. A new kind is one file, one line here, and one in `registry`. */
export type Fault =
  | BufferedStreamFault
  | CompressedFault
  | EmptyBodyFault
  | Error200Fault
  | GatewayPageFault
  | HangBeforeHeadersFault
  | HangInBodyFault
  | Html200Fault
  | MalformedJsonFault
  | Model404Fault
  | ModelsHugeFault
  | ModelsShapeFault
  | OtherModelFault
  | Path404Fault
  | Plan403Fault
  | RateLimitFault
  | RedirectLoginFault
  | RedirectLoopFault
  | RedirectToFault
  | ResetFault
  | SkewedClockFault
  | SlowFirstByteFault
  | StatusFault
  | TruncatedStreamFault
  | WafPageFault
  | WrongContentTypeFault
  | WrongKeyFault

type Registry = {
  readonly [K in Fault['kind']]: FaultDefinition<Extract<Fault, { readonly kind: K }>>
}

const registry: Registry = {
  'buffered-stream': bufferedStreamFault,
  compressed: compressedFault,
  'empty-body': emptyBodyFault,
  'error-200': error200Fault,
  'gateway-page': gatewayPageFault,
  'hang-before-headers': hangBeforeHeadersFault,
  'hang-in-body': hangInBodyFault,
  'html-200': html200Fault,
  'malformed-json': malformedJsonFault,
  'model-404': model404Fault,
  'models-huge': modelsHugeFault,
  'models-shape': modelsShapeFault,
  'other-model': otherModelFault,
  'path-404': path404Fault,
  'plan-403': plan403Fault,
  'rate-limit': rateLimitFault,
  'redirect-login': redirectLoginFault,
  'redirect-loop': redirectLoopFault,
  'redirect-to': redirectToFault,
  reset: resetFault,
  'skewed-clock': skewedClockFault,
  'slow-first-byte': slowFirstByteFault,
  status: statusFault,
  'truncated-stream': truncatedStreamFault,
  'waf-page': wafPageFault,
  'wrong-content-type': wrongContentTypeFault,
  'wrong-key': wrongKeyFault,
}

/** Every kind of fault there is. */
export const faultKinds: readonly string[] = Object.keys(registry)

/** Spoils a reply by one fault. */
export function applyFault(reply: Reply, fault: Fault, request: FaultRequest): Reply | Promise<Reply> {
  const definition = registry[fault.kind] as FaultDefinition<Fault> | undefined
  if (definition === undefined) throw new Error(`Unknown fault: ${fault.kind}`)
  return definition.apply(reply, fault, request)
}
