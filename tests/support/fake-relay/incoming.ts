import type { IncomingMessage } from 'node:http'
import { findCredentials, judgedCredential } from './credentials'
import { stringField } from './json'
import { matchRoute, type RouteMatch } from './routes'
import type { RecordedRequest, WireApi } from './types'

export interface Incoming {
  readonly match: RouteMatch | null
  readonly request: Omit<RecordedRequest, 'status'>
}

export interface Scenery {
  readonly prefix: string
  readonly speaks?: readonly WireApi[] | undefined
}

/** Reads a request to its end and says which route it wants. */
export async function readIncoming(message: IncomingMessage, { prefix, speaks }: Scenery): Promise<Incoming> {
  const time = Date.now()
  const body = parseBody(await readText(message))
  const [path = '/', search = ''] = splitTarget(message.url ?? '/')
  const query = Object.fromEntries(new URLSearchParams(search))
  const headers = flatHeaders(message)
  const match = path.startsWith(`${prefix}/`) ? matchRoute(path.slice(prefix.length), headers, speaks) : null
  const credentials = findCredentials(headers, query)
  const protocol = match?.route.protocol ?? null
  const request = {
    time,
    method: message.method ?? '',
    path,
    query,
    headers,
    body,
    credentials,
    credential: judgedCredential(protocol, credentials),
    model: match?.model ?? stringField(body, 'model'),
    protocol,
  }
  return { match, request }
}

function splitTarget(target: string): readonly string[] {
  const mark = target.indexOf('?')
  return mark < 0 ? [target] : [target.slice(0, mark), target.slice(mark + 1)]
}

async function readText(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

function parseBody(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function flatHeaders(message: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(message.headers)
      .filter(([name]) => !name.startsWith(':'))
      .map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  )
}
