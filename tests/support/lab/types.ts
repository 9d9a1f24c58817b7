import type { LookupFunction } from 'node:net'
import type { FakeRelay, FakeRelayOptions } from '../fake-relay/index'

/** Everything that is open here can be closed; closing twice is harmless. */
export interface Closable {
  close(): Promise<void>
}

/**
 * What a server's certificate is like, for a client that trusts the lab's root (`caPem()`) and asks for `127.0.0.1`, `::1` or `localhost`.
 * - `good`, `good-with-intermediate`: verifies.
 * - `expired`, `not-yet-valid` (by 30 days), `wrong-host` (made for `relay.other.example`), `self-signed`.
 * - `unknown-ca`: signed by another root that is not sent; `unknown-ca-in-chain`: its root is sent too.
 * - `missing-intermediate`: the lab's root is trusted, but the server forgets to send the intermediate, whose address stands in the
 *   certificate (`CA Issuers`, as public authorities write it) and answers while the lab is open.
 * - `intercepted`: signed by `Zscaler Intermediate CA` below `Zscaler Root CA`, as a company proxy does; the intermediate is sent.
 * - `tls-1.1-only`: a good certificate, no protocol newer than TLS 1.1.
 */
export type TlsKind =
  | 'good'
  | 'good-with-intermediate'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-host'
  | 'self-signed'
  | 'unknown-ca'
  | 'unknown-ca-in-chain'
  | 'missing-intermediate'
  | 'intercepted'
  | 'tls-1.1-only'

/** Relay options without those that a test rarely cares for: default key `sk-good`, models `gpt-x`, `claude-x`, `gemini-x`, no gaps. */
export type LabRelayOptions = Partial<FakeRelayOptions>

export interface Login {
  readonly user: string
  readonly password: string
}

/**
 * How a proxy fails.
 * - `drops`: closes the connection instead of answering; `resets`: the same by TCP reset.
 * - `hangs`: takes the request and never answers.
 * - `drops-tunnel`, `hangs-tunnel`: opens the tunnel, then closes it at the first bytes, or passes nothing on.
 * - `forbids`: 403, or SOCKS reply 2; `bad-gateway`: 502, or SOCKS reply 1.
 * - `html`: a login page with 511 instead of a tunnel; a SOCKS proxy answers in HTTP, as if the port were another server's.
 */
export type ProxyFault = 'drops' | 'resets' | 'hangs' | 'drops-tunnel' | 'hangs-tunnel' | 'forbids' | 'bad-gateway' | 'html'

export interface ProxyOptions {
  /** Demanded login; without one, whatever is sent is ignored. */
  readonly login?: Login
  readonly fault?: ProxyFault
  /** Names that this proxy alone can resolve, such as `{ 'relay.test': '127.0.0.1' }`: proves where a name was resolved. */
  readonly hosts?: Readonly<Record<string, string>>
  /** Wait before the answer to CONNECT, in ms. */
  readonly delayMs?: number
  /** HTTP only: the proxy opens TLS itself and signs as `Zscaler Intermediate CA` for the host asked for. */
  readonly intercepts?: boolean
}

/** One request for a connection through a proxy, oldest first. */
export interface ProxyRecord {
  /** `connect`: HTTP tunnel; `absolute`: plain http with the full URL in the request line; `socks5`. */
  readonly kind: 'connect' | 'absolute' | 'socks5'
  /** `host:port` as the client wrote it: a name if the client left the look-up to the proxy. '' if a SOCKS client did not get so far. */
  readonly target: string
  readonly login: Login | null
  /** `unreachable`: nothing answered there, or it lies outside this machine. */
  readonly outcome: 'passed' | 'wrong-login' | 'unreachable' | ProxyFault
  /** Bytes that went to the target and came back. */
  readonly sent: number
  readonly received: number
}

export interface LabProxy extends Closable {
  /** `http://127.0.0.1:port` or `socks5://127.0.0.1:port`, with no login in it. */
  readonly url: string
  /** The same with the demanded login, percent-encoded; equal to `url` if none is demanded. */
  readonly urlWithLogin: string
  readonly port: number
  readonly seen: readonly ProxyRecord[]
  /** Replaces the fault; null heals the proxy. */
  setFault(fault: ProxyFault | null): void
}

/** A place where no relay answers. */
export interface DeadEnd extends Closable {
  readonly host: string
  readonly port: number
  /** `http://host:port`; say `https` yourself. */
  readonly url: string
  /** Connections taken so far (always 0 for one that takes none). */
  connections(): number
}

export interface DropOptions {
  /** When: at once (a reset may then already end the client's connect), or when the client has said something. Default `first-bytes`. */
  readonly at?: 'accept' | 'first-bytes'
  /** By TCP reset (default) or by a proper FIN. */
  readonly how?: 'reset' | 'fin'
}

/** Starts troubles and closes all that it started. */
export interface Lab extends Closable {
  /** A relay over plain http. `host: '::1'` for IPv6 only. */
  relay(options?: LabRelayOptions): Promise<FakeRelay>
  /** A relay over https with this kind of certificate; `options` as for `relay`. */
  tlsRelay(kind: TlsKind, options?: LabRelayOptions): Promise<FakeRelay>
  /** A relay that refuses HTTP/1.1: over TLS (`good` certificate), or in clear text with prior knowledge. */
  http2Relay(over: 'tls' | 'clear', options?: LabRelayOptions): Promise<FakeRelay>
  httpProxy(options?: ProxyOptions): Promise<LabProxy>
  socksProxy(options?: ProxyOptions): Promise<LabProxy>
  /** Nothing listens there, and nothing will while the lab is open. Also a dead proxy. */
  refused(): Promise<DeadEnd>
  /** TCP connect never ends: a listener with a full backlog. Linux and macOS; Windows refuses instead. */
  blackHole(): Promise<DeadEnd>
  /** Accepts, reads and never says a word: neither TLS nor HTTP begins. */
  silent(): Promise<DeadEnd>
  /** Accepts and drops. */
  dropping(options?: DropOptions): Promise<DeadEnd>
  /** Passes bytes on to a port of 127.0.0.1, each of the client's bytes late by `ms`: a far-away server. */
  far(port: number, ms: number): Promise<DeadEnd>
  /** PEM of the root that a client must trust. */
  caPem(): string
  /** File with the same, for NODE_EXTRA_CA_CERTS and SSL_CERT_FILE; removed with the lab. */
  caFile(): string
  /** PEM of `Zscaler Root CA`, which heals `intercepted`, in place of the lab's root. */
  interceptorPem(): string
}

export type Addresses = Readonly<Record<string, readonly string[]>>

/** A stand-in for `dns.lookup`; see `lookupFor`. */
export type Lookup = LookupFunction
