export { type Fault, type FaultScope, faultKinds } from './faults'
export { clearHttp2Listener, http2Listener, type RelayListener, tlsListener } from './listener'
export { startFakeRelay } from './relay'
export { provoke, type Trouble, type TroubleName, troubles } from './troubles'
export type {
  Credential,
  FakeRelay,
  FakeRelayOptions,
  KeyKind,
  Protocol,
  RecordedRequest,
  WireApi,
} from './types'
