export type { Fault, FaultScope } from './faults'
export { startFakeRelay } from './relay'
export type {
  Credential,
  FakeRelay,
  FakeRelayOptions,
  KeyKind,
  Protocol,
  RecordedRequest,
} from './types'
