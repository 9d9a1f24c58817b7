import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'
import { bitString, type Der, integer, octets, oid, sequence, set, tagged, utcTime, utf8, yes } from './der'

/** A certificate with its key: what a server presents, or what signs others. */
export interface Identity {
  readonly certPem: string
  readonly keyPem: string
  readonly name: Name
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export interface Name {
  readonly common: string
  readonly organization?: string
}

export interface CertificateWish {
  readonly name: Name
  /** Names and addresses that a server's certificate is good for; an authority has none. */
  readonly hosts?: readonly string[]
  /** Where a client can fetch the issuer's certificate (RFC 5280 4.2.2.1), as in those of public authorities. */
  readonly issuerUrl?: string
  readonly from: Date
  readonly until: Date
  /** Who signs; itself if left out. */
  readonly issuer?: Identity
}

/**
 * Makes a key (P-256) and a certificate (X.509 v3, RFC 5280), all in this process: Node can read certificates but not make them,
 * and not every machine has openssl.
 */
export function makeCertificate(wish: CertificateWish): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = wish.issuer ?? { name: wish.name, publicKey, privateKey }
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'))
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    nameDer(issuer.name),
    sequence(utcTime(wish.from), utcTime(wish.until)),
    nameDer(wish.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(wish, publicKey, issuer.publicKey))),
  )
  const der = sequence(body, algorithm, bitString(sign('sha256', body, issuer.privateKey)))
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { certPem: pem(der), keyPem, name: wish.name, publicKey, privateKey }
}

function nameDer({ common, organization }: Name): Der {
  const part = (id: string, text: string) => set(sequence(oid(id), utf8(text)))
  return sequence(...(organization === undefined ? [] : [part('2.5.4.10', organization)]), part('2.5.4.3', common))
}

function extensions({ hosts, issuerUrl }: CertificateWish, subject: KeyObject, issuer: KeyObject): readonly Der[] {
  const identifiers = [extension('2.5.29.14', octets(keyId(subject))), extension('2.5.29.35', sequence(tagged(0x80, keyId(issuer))))]
  if (hosts === undefined) {
    const signsCertificates = bitString(Buffer.from([0b0000_0110]), 1)
    return [critical('2.5.29.19', sequence(yes)), critical('2.5.29.15', signsCertificates), ...identifiers]
  }
  return [
    critical('2.5.29.15', bitString(Buffer.from([0b1000_0000]), 7)),
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', sequence(...hosts.map(alternativeName))),
    ...identifiers,
    ...(issuerUrl === undefined ? [] : [extension('1.3.6.1.5.5.7.1.1', issuerAccess(issuerUrl))]),
  ]
}

function issuerAccess(url: string): Der {
  return sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), tagged(0x86, Buffer.from(url))))
}

const extension = (id: string, value: Der): Der => sequence(oid(id), octets(value))
const critical = (id: string, value: Der): Der => sequence(oid(id), yes, octets(value))

function alternativeName(host: string): Der {
  if (isIPv4(host)) return tagged(0x87, Buffer.from(host.split('.').map(Number)))
  if (!isIPv6(host)) return tagged(0x82, Buffer.from(host))
  if (host !== '::1') throw new Error('The only IPv6 address of the lab is ::1')
  return tagged(0x87, Buffer.alloc(15), Buffer.from([1]))
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
}

function pem(der: Der): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
