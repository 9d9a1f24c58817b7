import type { Reply } from './reply'
import type { Protocol } from './types'

/** What a handler may look at: a request whose key has already been accepted. */
export interface Exchange {
  readonly protocol: Protocol
  readonly body: unknown
  readonly query: Readonly<Record<string, string>>
  /** Model asked for; '' if none. */
  readonly model: string
  /** Models of this protocol. */
  readonly models: readonly string[]
  /** The text to answer with. */
  readonly answer: string
  /** The Gemini verb behind the colon, such as `generateContent`. */
  readonly action: string
  readonly gapMs: number
}

export type Handler = (exchange: Exchange) => Reply
