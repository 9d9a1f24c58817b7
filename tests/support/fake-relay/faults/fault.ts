import { flagField } from '../json'
import type { Reply } from '../reply'
import type { KeyKind, RecordedRequest } from '../types'

export type FaultRequest = Omit<RecordedRequest, 'status'>

/** How one kind of fault spoils an answer. Pure: a healthy reply in, a spoiled one out. */
export interface FaultDefinition<F> {
  apply(reply: Reply, fault: F, request: FaultRequest): Reply | Promise<Reply>
}

/** Which requests a fault befalls; all, if nothing is said. */
export interface FaultScope {
  readonly method?: string
  /** Part of the path, such as `/models`. */
  readonly path?: string
  /** Only requests that carry a key of this kind. */
  readonly keyKind?: KeyKind
  /** Only requests that ask for a stream (true), or only those that do not (false). */
  readonly stream?: boolean
  /** After so many requests the fault is over. */
  readonly times?: number
}

/** True if a request falls into a fault's scope (`times` is counted elsewhere). */
export function inScope(scope: FaultScope, request: FaultRequest): boolean {
  const { method, path, keyKind, stream } = scope
  if (method !== undefined && method !== request.method) return false
  if (path !== undefined && !request.path.includes(path)) return false
  if (stream !== undefined && stream !== asksForStream(request)) return false
  return keyKind === undefined || request.credentials.some(({ kind }) => kind === keyKind)
}

/** True if an answer in pieces is asked for, in the way of any protocol. */
function asksForStream({ body, path }: FaultRequest): boolean {
  return flagField(body, 'stream') || path.endsWith(':streamGenerateContent')
}

/** True for a request of a model list, of any protocol. */
export function asksForModels({ method, path }: FaultRequest): boolean {
  return method === 'GET' && path.endsWith('/models')
}
