export type { FaultScope } from './fault'
export { createFaultPlan } from './plan'
export { type Fault, faultKinds } from './registry'
