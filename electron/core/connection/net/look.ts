import { X509Certificate } from 'node:crypto'
import { TLSSocket } from 'node:tls'
import type { Seen } from './diagnose-tls'
import { ProbeFailure } from './failure'
import { type OpenOptions, openWay } from './open'
import type { Env } from './route'
import { chainOf, TlsTrouble } from './secure'
import { send } from './send'
import type { TrustStore } from './trust'

/**
 * Connects again without checking, only to look at the certificate that was refused. Over it goes one request for `/` without a key, for the
 * server's clock. Undefined when there is nothing to look at.
 */
export async function lookAtCertificate(url: URL, options: OpenOptions, trust: TrustStore, env: Env): Promise<Seen | undefined> {
  // A session that was never checked must not shorten a later handshake.
  const quiet = { ...options, gate: undefined, onPhase: undefined, resume: undefined }
  const opened = await orUndefined(openWay(url, { ...quiet, verify: false }))
  if (!(opened?.socket instanceof TLSSocket)) return undefined
  const chain = chainOf(opened.socket)
  const request = { method: 'GET' as const, url: `${url.origin}/`, headers: {} }
  const answer = await orUndefined(
    send({
      request,
      secret: {},
      way: { ...quiet, timeouts: { ...options.timeouts, headers: 3000, idle: 500, body: 1000 } },
      open: async () => opened,
    }),
  )
  const date = Date.parse(answer?.headers.date ?? '')
  const elsewhere = await orUndefined(openWay(url, { ...quiet, context: trust.all(env) }))
  elsewhere?.socket.destroy()
  return {
    chain,
    serverTime: Number.isNaN(date) ? undefined : new Date(date),
    trustedElsewhere: elsewhere !== undefined,
    knownOrganisations: organisations(trust.certificates(env)),
  }
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ProbeFailure || error instanceof TlsTrouble) return undefined
    throw error
  }
}

/** Read only when a certificate was refused: hundreds of certificates take some milliseconds. */
function organisations(certificates: readonly string[]): ReadonlySet<string> {
  return new Set(certificates.flatMap((pem) => /^O=(.+)$/m.exec(new X509Certificate(pem).subject)?.[1] ?? []))
}
