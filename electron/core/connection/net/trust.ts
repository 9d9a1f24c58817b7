import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as tls from 'node:tls'
import { systemCode } from '../../problem'
import type { TrustTraits } from '../plan'
import type { Env } from './route'

/** The certificates of a system, in the order in which OpenSSL's builds keep them (Debian, Fedora, SUSE, Alpine, macOS, FreeBSD). */
const SYSTEM_FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

/** Where our own tests are told one more file of certificates, whatever the tool (see own-way.ts). */
export const ownCaFile = 'SWITCHYARD_CA_FILE'

export interface Trust {
  readonly context: tls.SecureContext
  /** Files named by variables that cannot be read: such a tool goes on without them. */
  readonly unreadable: readonly { readonly variable: string; readonly file: string }[]
}

/** Contexts by the hash of their certificates. Parsing hundreds of them takes longer than a handshake, so one map may serve as long as the app. */
export type Contexts = Map<string, tls.SecureContext>

/** The certificates of one run of tests: files are read once, so a store must not outlive the run. */
export class TrustStore {
  readonly #contexts: Contexts
  readonly #ofSystem: () => readonly string[]
  readonly #known = new Map<string, Trust>()

  /** @param ofSystem the certificates that the operating system trusts */
  constructor(contexts: Contexts = new Map(), ofSystem = systemCertificates) {
    this.#contexts = contexts
    this.#ofSystem = ofSystem
  }

  /** What a tool trusts, in an environment. */
  for(traits: Sources, env: Env): Trust {
    const { bundled, system, extra, replace } = traits
    const key = JSON.stringify([bundled, system, [...replace, '', ...extra].map((variable) => [variable, env[variable]])])
    const known = this.#known.get(key)
    if (known) return known
    const { certificates, unreadable } = gather(traits, env, this.#ofSystem)
    const trust = { context: this.#contextOf(certificates), unreadable }
    this.#known.set(key, trust)
    return trust
  }

  /** Every certificate that anything on this machine could trust: to tell "nobody trusts it" from "this tool does not". */
  all(env: Env): tls.SecureContext {
    return this.#contextOf(this.certificates(env))
  }

  certificates(env: Env): readonly string[] {
    return gather(everything, env, this.#ofSystem).certificates
  }

  #contextOf(certificates: readonly string[]): tls.SecureContext {
    const hash = createHash('sha256')
    for (const pem of certificates) hash.update(pem)
    const key = hash.digest('hex')
    const known = this.#contexts.get(key)
    if (known) return known
    const made = tls.createSecureContext({ ca: [...new Set(certificates)] })
    this.#contexts.set(key, made)
    return made
  }
}

type Sources = Pick<TrustTraits, 'bundled' | 'system' | 'extra' | 'replace'>

const everything: Sources = {
  bundled: true,
  system: true,
  extra: ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CODEX_CA_CERTIFICATE'],
  replace: [],
}

function gather(
  traits: Sources,
  env: Env,
  ofSystem: () => readonly string[],
): { readonly certificates: readonly string[]; readonly unreadable: Trust['unreadable'] } {
  const unreadable: { variable: string; file: string }[] = []
  const fromVariables = (names: readonly string[]) =>
    names.flatMap((variable) => {
      const file = env[variable]?.trim()
      if (!file) return []
      const pem = readPem(file)
      if (pem === undefined) unreadable.push({ variable, file })
      return pem ?? []
    })
  const replaced = fromVariables(traits.replace)
  const own = [...(traits.bundled ? tls.rootCertificates : []), ...(traits.system ? ofSystem() : [])]
  return { certificates: [...(replaced.length > 0 ? replaced : own), ...fromVariables([...traits.extra, ownCaFile])], unreadable }
}

const marker = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

function readPem(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'latin1').match(marker) ?? undefined
  } catch (error) {
    if (systemCode(error) !== undefined) return undefined
    throw error
  }
}

/** From Node itself where it can tell (22.15 and later; Electron), else from the files where Unix systems keep them. */
export function systemCertificates(): readonly string[] {
  const { getCACertificates } = tls as { readonly getCACertificates?: (type: 'system') => string[] }
  if (getCACertificates) return getCACertificates('system')
  for (const file of SYSTEM_FILES) {
    const found = readPem(file)
    if (found) return found
  }
  return []
}
