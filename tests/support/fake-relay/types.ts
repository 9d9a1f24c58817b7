import type { Fault, FaultScope } from './faults'
import type { RelayListener } from './listener'

export type Protocol = 'openai' | 'anthropic' | 'gemini'

/** The four ways to ask for an answer; a relay may lack some of them. */
export type WireApi = 'openai-chat' | 'openai-responses' | 'anthropic-messages' | 'gemini'

/** The four places in which a client may carry its key. */
export type KeyKind = 'bearer' | 'x-api-key' | 'x-goog-api-key' | 'query'

export interface Credential {
  readonly kind: KeyKind
  readonly key: string
}

export type ModelLists = Readonly<Partial<Record<Protocol, readonly string[]>>>

export interface FakeRelayOptions {
  /** Keys that are accepted; every other key is answered with 401. */
  readonly keys: readonly string[]
  /** One list for all protocols, or one per protocol (a missing one is empty). */
  readonly models: readonly string[] | ModelLists
  /** What every model says. `<model>` stands for the model's name. Default: `pong from <model>`. */
  readonly answer?: string
  /** Path in front of every route, such as `/relay/a`. */
  readonly prefix?: string
  /** Wire APIs that there are routes for; default: all. */
  readonly speaks?: readonly WireApi[]
  /** False: a stream that is asked for comes as one JSON answer. Default true. */
  readonly streams?: boolean
  /** How it listens: plain HTTP/1.1 (default), https, or HTTP/2 only. */
  readonly listener?: RelayListener
  /** Address to listen on. Default 127.0.0.1; `::1` for IPv6 only. */
  readonly host?: string
  /** Port; 0 (default) takes a free one. */
  readonly port?: number
  /** Pause between two events of a stream, in ms. Default 5. */
  readonly gapMs?: number
}

export interface RecordedRequest {
  /** Arrival, in ms since the epoch. */
  readonly time: number
  readonly method: string
  /** As sent: with the prefix, not decoded, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON, the raw text if it is not JSON, or null if there was none. */
  readonly body: unknown
  /** The key that was judged, by its protocol's order of preference; null if none was sent. */
  readonly credential: Credential | null
  /** Every key that was sent: more than one means that a client leaks a second credential. */
  readonly credentials: readonly Credential[]
  /** The model asked for, from the body or the path; null if none. */
  readonly model: string | null
  /** Protocol of the matched route; null for an unknown path. */
  readonly protocol: Protocol | null
  /** Status decided on, faults included; 0 if the fault sends no headers. */
  readonly status: number
}

export interface FakeRelay {
  /** Root URL with the prefix and without a trailing slash. */
  readonly url: string
  readonly port: number
  /** What has been received, oldest first. */
  readonly requests: readonly RecordedRequest[]
  /** Replaces all faults by this one; null heals the relay. */
  setFault(fault: Fault | null, scope?: FaultScope): void
  /** Adds a fault beside the present ones; the first whose scope fits is used. */
  addFault(fault: Fault, scope?: FaultScope): void
  /** Forgets recorded requests and removes all faults. */
  clear(): void
  /** Stops listening and drops every open connection. */
  close(): Promise<void>
}
