import type { TlsOptions } from 'node:tls'
import { type Authorities, daysFromNow, loopbackHosts } from './authorities'
import { type CertificateWish, type Identity, makeCertificate } from './certificate'
import type { TlsKind } from './types'

interface Circumstances extends Authorities {
  readonly issuerUrl?: string
}

type Chain = (circumstances: Circumstances) => {
  readonly leaf: Identity
  readonly sentWith?: readonly Identity[]
  readonly options?: TlsOptions
}

const cases: Readonly<Record<TlsKind, Chain>> = {
  good: ({ root }) => ({ leaf: server({ issuer: root }) }),
  'good-with-intermediate': ({ intermediate }) => ({ leaf: server({ issuer: intermediate }), sentWith: [intermediate] }),
  expired: ({ root }) => ({ leaf: server({ issuer: root, ...daysFromNow(-60, -30) }) }),
  'not-yet-valid': ({ root }) => ({ leaf: server({ issuer: root, ...daysFromNow(30, 60) }) }),
  'wrong-host': ({ root }) => ({ leaf: server({ issuer: root, hosts: ['relay.other.example'] }) }),
  'self-signed': () => ({ leaf: server({}) }),
  'unknown-ca': ({ unknown }) => ({ leaf: server({ issuer: unknown }) }),
  'unknown-ca-in-chain': ({ unknown }) => ({ leaf: server({ issuer: unknown }), sentWith: [unknown] }),
  'missing-intermediate': ({ intermediate, issuerUrl }) => ({ leaf: server({ issuer: intermediate, issuerUrl }) }),
  intercepted: ({ interceptor }) => ({ leaf: server({ issuer: interceptor }), sentWith: [interceptor] }),
  // OpenSSL 3 speaks TLS 1.1 at security level 0 only: its handshake signs with SHA-1.
  'tls-1.1-only': ({ root }) => ({
    leaf: server({ issuer: root }),
    options: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' },
  }),
}

/** Every kind of TLS server. */
export const tlsKinds = Object.keys(cases) as readonly TlsKind[]

/** What a server of one kind is started with. */
export function tlsOptionsFor(kind: TlsKind, circumstances: Circumstances): TlsOptions {
  const { leaf, sentWith = [], options = {} } = cases[kind](circumstances)
  return { cert: [leaf, ...sentWith].map(({ certPem }) => certPem).join(''), key: leaf.keyPem, ...options }
}

function server(wish: Partial<CertificateWish>): Identity {
  const hosts = wish.hosts ?? loopbackHosts
  return makeCertificate({ name: { common: hosts[0] ?? '' }, ...daysFromNow(-1, 30), ...wish, hosts })
}
