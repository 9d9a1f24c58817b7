/** How the connection goes on after the last chunk: proper end, silence, early FIN, or TCP reset. */
export type Ending = 'end' | 'hang' | 'cut' | 'reset'

/** Text is sent as UTF-8. */
export type Chunk = string | Uint8Array

/** An answer as data: handlers make it, faults transform it, `deliver` sends it. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly chunks: readonly Chunk[]
  /** False: nothing at all is sent before the ending. */
  readonly sendHeaders: boolean
  readonly headersAfterMs: number
  readonly firstChunkAfterMs: number
  readonly gapMs: number
  readonly ending: Ending
}

const defaults = {
  sendHeaders: true,
  headersAfterMs: 0,
  firstChunkAfterMs: 0,
  gapMs: 0,
  ending: 'end',
} as const

/** A whole body in one piece, with its length announced. */
export function textReply(status: number, contentType: string, text: string): Reply {
  const headers = {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(text)),
  }
  return { ...defaults, status, headers, chunks: text === '' ? [] : [text] }
}

/** A JSON answer. */
export function jsonReply(status: number, value: unknown): Reply {
  return textReply(status, 'application/json', JSON.stringify(value))
}

/** A stream of ready-made pieces. */
export function streamReply(contentType: string, chunks: readonly Chunk[], gapMs: number): Reply {
  const headers = { 'content-type': contentType, 'cache-control': 'no-cache' }
  return { ...defaults, status: 200, headers, chunks, gapMs }
}

/** Server-sent events, one chunk each. */
export function sseReply(events: readonly string[], gapMs: number): Reply {
  return streamReply('text/event-stream; charset=utf-8', events, gapMs)
}

/** One event with `data:` only. */
export function dataEvent(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`
}

/** One event with a name; the name is repeated as `type` in its data, as OpenAI and Anthropic do. */
export function namedEvent(name: string, fields: Readonly<Record<string, unknown>>): string {
  return `event: ${name}\ndata: ${JSON.stringify({ type: name, ...fields })}\n\n`
}

/** The same reply without the header that announces the body's length. */
export function withoutLength(reply: Reply): Reply {
  const headers = Object.fromEntries(Object.entries(reply.headers).filter(([name]) => name !== 'content-length'))
  return { ...reply, headers }
}

/** True if the reply is sent piece by piece. */
export function isStream(reply: Reply): boolean {
  return reply.headers['content-length'] === undefined
}

/** A chunk as text; bytes are read as UTF-8. */
export function chunkText(chunk: Chunk): string {
  return typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
}

/** The whole body as text. */
export function bodyText(reply: Reply): string {
  return reply.chunks.map(chunkText).join('')
}

/** The same headers and pace with another body; its length is announced if the old one's was. */
export function withBody(reply: Reply, chunks: readonly Chunk[]): Reply {
  const changed = { ...reply, chunks: chunks.filter((chunk) => chunk.length > 0) }
  if (isStream(reply)) return changed
  const length = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0)
  return { ...changed, headers: { ...reply.headers, 'content-length': String(length) } }
}
