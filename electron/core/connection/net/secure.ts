import { isIP, type Socket } from 'node:net'
import { connect, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls'
import { since, tick } from './clock'
import { waitFor } from './wait-for'

interface SecureOptions {
  readonly host: string
  readonly context: SecureContext
  readonly ms: number
  readonly signal?: AbortSignal
  /** False: looks at a certificate that is not trusted. Nothing secret may be sent then. */
  readonly verify: boolean
  readonly resume?: Resumption
}

/** What lets a second connection to the same server do with a shorter handshake, as the tools' own connections do. Starts empty. */
export interface Resumption {
  session?: Buffer
}

/** A handshake that failed: the code of Node or OpenSSL, or `TLS_TIMEOUT`. */
export class TlsTrouble extends Error {
  constructor(
    readonly code: string,
    readonly tlsMs: number,
  ) {
    super(code)
    this.name = 'TlsTrouble'
  }
}

/** Puts TLS on a socket; only HTTP/1.1 is offered, as Claude Code and Gemini CLI do. @throws {TlsTrouble} */
export function secure(socket: Socket, options: SecureOptions): Promise<{ readonly socket: TLSSocket; readonly tlsMs: number }> {
  const start = tick()
  const { host, context, verify, resume } = options
  const stop = () => socket.destroy()
  return waitFor(
    (resolve, reject) => {
      const channel = connect({
        socket,
        secureContext: context,
        rejectUnauthorized: verify,
        ALPNProtocols: ['http/1.1'],
        session: resume?.session,
        ...(isIP(host) ? { host } : { servername: host }),
      })
      const fail = (error: NodeJS.ErrnoException) => {
        socket.destroy()
        reject(new TlsTrouble(error.code ?? error.message, since(start)))
      }
      channel.once('error', fail)
      if (resume)
        channel.on('session', (session) => {
          resume.session = session
        })
      channel.once('secureConnect', () => {
        channel.off('error', fail)
        resolve({ socket: channel, tlsMs: since(start) })
      })
    },
    { ...options, late: () => new TlsTrouble('TLS_TIMEOUT', since(start)), stop },
  )
}

/** One certificate of a chain, reduced to what a person can use. */
export interface Certificate {
  readonly subject: string
  readonly issuer: string
  readonly issuerOrganisation?: string
  readonly names: readonly string[]
  readonly validFrom: Date
  readonly validTo: Date
  readonly selfSigned: boolean
  /** Says where its issuer's certificate can be had: public authorities do, private ones seldom. */
  readonly namesIssuerFile: boolean
}

/** The chain that the server sent, its own certificate first. */
export function chainOf(socket: TLSSocket): readonly Certificate[] {
  const chain: Certificate[] = []
  const seen = new Set<string>()
  let next: PeerCertificate | undefined = socket.getPeerCertificate(true)
  while (next?.fingerprint256 && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256)
    chain.push(certificateOf(next))
    next = 'issuerCertificate' in next ? (next.issuerCertificate as PeerCertificate | undefined) : undefined
  }
  return chain
}

function certificateOf(peer: PeerCertificate): Certificate {
  const name = ({ CN, O, OU }: PeerCertificate['subject']) => first(CN) || first(O) || first(OU) || '?'
  return {
    subject: name(peer.subject),
    issuer: name(peer.issuer),
    issuerOrganisation: first(peer.issuer.O),
    names: (peer.subjectaltname ?? '').split(/,\s*/).flatMap((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? []),
    validFrom: new Date(peer.valid_from),
    validTo: new Date(peer.valid_to),
    selfSigned: JSON.stringify(peer.subject) === JSON.stringify(peer.issuer),
    namesIssuerFile: peer.infoAccess?.['CA Issuers - URI'] !== undefined,
  }
}

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)
