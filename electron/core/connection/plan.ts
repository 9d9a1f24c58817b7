import type { LocalText } from '../../../shared/model/text'
import type { Protocol, ToolId } from '../../../shared/model/tool'

/** A header that can carry the key. */
export type KeyHeader = 'bearer' | 'x-api-key' | 'x-goog-api-key'

/** A request as data. The key is not in it: `headersFor` adds it when it is sent or shown. */
export interface ProbeRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** How a tool finds its proxy. */
export interface ProxyTraits {
  /** Reads ALL_PROXY too. */
  readonly allProxy: boolean
  /** Asks the proxy for a tunnel for http:// addresses as well. */
  readonly tunnelsHttp: boolean
  /** Can use a SOCKS proxy. */
  readonly socks: boolean
}

/** Which certificates a tool trusts, and where a further one is to be put. */
export interface TrustTraits {
  /** The list built into the tool (Mozilla's). */
  readonly bundled: boolean
  /** The system's certificates. */
  readonly system: boolean
  /** Variables that name a PEM file: added to the others, or in their place. */
  readonly extra: readonly string[]
  readonly replace: readonly string[]
  readonly cure: LocalText
}

/** Everything that a test needs to know about one tool and one relay. Made by the tool's adapter; pure. */
export interface ProbePlan {
  readonly tool: ToolId
  readonly label: string
  /** As the tool gets it: the test of the address looks at this. */
  readonly baseUrl: string
  /** Where the protocol's own paths begin, such as `https://host/v1`. */
  readonly api: string
  readonly key: string
  /** The header that this tool sends, and the one that others send. */
  readonly header: KeyHeader
  readonly otherHeader: KeyHeader
  /** What to do when only the other header is accepted. */
  readonly headerCure: LocalText
  readonly wire: WireProtocol
  /** Models that the profile names, the one to ask first. */
  readonly models: readonly string[]
  /** Fits the names of models that this tool can use, for a profile that names none. */
  readonly likely: RegExp
  /** Headers and body members with which the tool itself goes beyond the smallest request. */
  readonly like: { readonly headers: Readonly<Record<string, string>>; readonly body: Readonly<Record<string, unknown>> }
  /** Variables that the tool gets from its own files besides the terminal's, and whether they win. */
  readonly variables: Readonly<Record<string, string>>
  readonly variablesWin: boolean
  readonly proxy: ProxyTraits
  readonly trust: TrustTraits
  /** Tool-specific trouble in the base URL, such as an ending that it adds by itself. */
  readonly lint: readonly { readonly ending: RegExp; readonly cause: LocalText }[]
}

/** What one piece of an answer says: an event of a stream, or a whole body. */
export interface Piece {
  readonly text?: string
  readonly model?: string
  /** The answer is complete. */
  readonly done?: boolean
  /** Complete, but cut short by a limit of length or a filter. */
  readonly stopped?: string
  readonly error?: string
}

/** A protocol as a tester needs it: the smallest valid requests, and how to read what comes back. Pure. */
export interface WireProtocol {
  readonly id: Protocol
  readonly label: string
  /** Headers that every request must have, besides key and content type. */
  readonly headers: Readonly<Record<string, string>>
  readonly modelsPath: string
  /** The smallest request that makes a model say something, as a stream: that is how every tool asks. */
  ask(model: string, prompt: string): { readonly path: string; readonly body: Readonly<Record<string, unknown>> }
  /** The same without anything to answer: refused before a model is asked, so it costs nothing. */
  hollow(model: string): { readonly path: string; readonly body: Readonly<Record<string, unknown>> }
  readEvent(data: unknown): Piece
  /** Fits the last event of a complete stream. */
  readonly last: RegExp
  /** Whether a value is a whole answer of this protocol, and what it says. */
  readWhole(body: unknown): Piece | undefined
}

/** The header's name and value for a key. */
export const keyHeader = (kind: KeyHeader, key: string): Readonly<Record<string, string>> =>
  kind === 'bearer' ? { authorization: `Bearer ${key}` } : { [kind]: key }

/** The header as people know it. */
export const headerName: Readonly<Record<KeyHeader, string>> = {
  bearer: 'Authorization: Bearer',
  'x-api-key': 'x-api-key',
  'x-goog-api-key': 'x-goog-api-key',
}
