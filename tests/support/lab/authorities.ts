import { type CertificateWish, type Identity, makeCertificate, type Name } from './certificate'

/** Who signs certificates in the lab. */
export interface Authorities {
  /** The one root that a client of the lab trusts. */
  readonly root: Identity
  readonly intermediate: Identity
  /** Trusted by nobody. */
  readonly unknown: Identity
  readonly interceptorRoot: Identity
  readonly interceptor: Identity
}

const day = 86_400_000
export const loopbackHosts = ['localhost', '127.0.0.1', '::1'] as const

/** From so many days after now until so many days after now; negative: before. */
export function daysFromNow(from: number, until: number): Pick<CertificateWish, 'from' | 'until'> {
  return { from: new Date(Date.now() + from * day), until: new Date(Date.now() + until * day) }
}

/** New authorities, good from 90 days ago for a year to come, with new keys. */
export function makeAuthorities(): Authorities {
  const authority = (name: Name, issuer?: Identity) => makeCertificate({ name, issuer, ...daysFromNow(-90, 365) })
  const root = authority({ common: 'Switchyard Lab Root CA', organization: 'Switchyard Lab' })
  const interceptorRoot = authority({ common: 'Zscaler Root CA', organization: 'Zscaler Inc.' })
  return {
    root,
    intermediate: authority({ common: 'Switchyard Lab Intermediate CA', organization: 'Switchyard Lab' }, root),
    unknown: authority({ common: 'Somebody Else Root CA', organization: 'Somebody Else' }),
    interceptorRoot,
    interceptor: authority({ common: 'Zscaler Intermediate CA', organization: 'Zscaler Inc.' }, interceptorRoot),
  }
}

/** A server's certificate as a company proxy makes it on the fly, with the chain it sends. */
export function forge(authorities: Authorities, host: string): { readonly cert: string; readonly key: string } {
  const leaf = makeCertificate({ name: { common: host }, hosts: [host], issuer: authorities.interceptor, ...daysFromNow(-1, 30) })
  return { cert: leaf.certPem + authorities.interceptor.certPem, key: leaf.keyPem }
}
