/**
 * The lab: everything between a client and a relay that can go wrong, on this machine only.
 *
 *     const lab = labForTest()                       // closed when the test ends; elsewhere: startLab() and lab.close()
 *     const relay = await lab.tlsRelay('expired')    // a FakeRelay: relay.url, relay.requests, relay.setFault(...)
 *     const proxy = await lab.httpProxy({ login: { user: 'u', password: 'p' } })
 *
 * By hand: `npx tsx tests/support/lab/main.ts`. Faults of the relay itself: `troubles` in ../fake-relay.
 */
export { startLab } from './lab'
export { labForTest } from './lab-for-test'
export { lookupFor, unknownHost } from './names'
export { tlsKinds } from './tls-cases'
export type {
  Addresses,
  Closable,
  DeadEnd,
  DropOptions,
  Lab,
  LabProxy,
  LabRelayOptions,
  Login,
  Lookup,
  ProxyFault,
  ProxyOptions,
  ProxyRecord,
  TlsKind,
} from './types'
