import { X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import { text } from '../../shared/model/text'
import { refused } from '../core/problem'

/** A certificate (with its chain) and its key, both as PEM. */
export interface Tls {
  readonly cert: string
  readonly key: string
}

/**
 * An HTTPS server that presents the certificate.
 * @param handshakeTime milliseconds that a client may take to agree on the encryption
 * @throws {ProblemError} `bad-certificate` when it is no PEM, or the key belongs to another one
 */
export function secureServer({ cert, key }: Tls, handshakeTime: number, options: Parameters<typeof createServer>[0]): Server {
  try {
    return createServer({ ...options, cert, key, handshakeTimeout: handshakeTime, minVersion: 'TLSv1.2' })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw refused(
      'bad-certificate',
      text(`The certificate and its key cannot be used (${reason}).`, `无法使用该证书及其私钥（${reason}）。`),
      text('Both must be PEM files, without a passphrase, that belong together.', '两者必须是相互匹配、未加密的 PEM 文件。'),
    )
  }
}

/** Whether the certificate stands for a host name. A page cannot rebind such a name to this server: its browser would see that. */
export function namesOf({ cert }: Tls): (name: string) => boolean {
  const certificate = new X509Certificate(cert)
  return (name) => certificate.checkHost(name) !== undefined
}
