import { answerText } from './answer'
import { isAccepted } from './credentials'
import { errorReply, unknownPath, wrongKey, wrongMethod } from './errors'
import { isObject } from './json'
import { loginPage } from './pages'
import type { Reply } from './reply'
import type { RouteMatch } from './routes'
import type { FakeRelayOptions, Protocol, RecordedRequest } from './types'

type Incoming = Omit<RecordedRequest, 'status'>

/** What a healthy relay answers: path, method, key, then the endpoint itself. */
export function respond(options: FakeRelayOptions, match: RouteMatch | null, request: Incoming): Reply {
  if (request.method === 'GET' && request.path === loginPage.path) return loginPage.reply()
  if (match === null) return unknownPath(request.method, request.path)
  const { protocol, method, handle } = match.route
  if (request.headers.upgrade !== undefined) {
    return errorReply(protocol, { status: 426, message: 'Upgrade is not supported here.' })
  }
  if (request.method !== method) return wrongMethod(protocol, request.method, method)
  if (!isAccepted(protocol, request.credential, options.keys)) {
    return wrongKey(protocol, request.credential !== null)
  }
  const model = request.model ?? ''
  return handle({
    protocol,
    body: options.streams === false && isObject(request.body) ? { ...request.body, stream: false } : request.body,
    query: request.query,
    model,
    models: modelsOf(options, protocol),
    answer: answerText(options.answer ?? 'pong from <model>', model),
    action: options.streams === false ? match.action.replace('streamGenerate', 'generate') : match.action,
    gapMs: options.gapMs ?? 5,
  })
}

function modelsOf(options: FakeRelayOptions, protocol: Protocol): readonly string[] {
  const { models } = options
  return isList(models) ? models : (models[protocol] ?? [])
}

function isList(models: FakeRelayOptions['models']): models is readonly string[] {
  return Array.isArray(models)
}
