import type { Socket } from 'node:net'
import { TLSSocket, connect as tlsConnect } from 'node:tls'
import { type Authorities, forge } from './authorities'
import { endTogether, join, type OpenRecord } from './proxy-core'

export interface Interception {
  readonly client: Socket
  readonly target: Socket
  readonly host: string
  readonly authorities: Authorities
  readonly record: OpenRecord
}

/** Opens the client's TLS with a certificate made for the occasion, and speaks TLS of its own with the target. */
export function intercept({ client, target, host, authorities, record }: Interception): void {
  const inner = new TLSSocket(client, { isServer: true, ...forge(authorities, host) })
  // The lab's proxy trusts every target: it is the client's trust in the proxy that is tested.
  const outer = tlsConnect({ socket: target, rejectUnauthorized: false })
  join(inner, outer, record)
  endTogether(client, target)
}
