import type { ProbePlan, ProbeRequest, WireProtocol } from './plan'

/** One word is asked for: the shortest prompt that every kind of model answers. */
export const PROMPT = 'Reply with the one word: ok'
/** Long enough that streaming shows, short enough to cost next to nothing. */
export const STREAM_PROMPT = 'Count from 1 to 30, one number per line, nothing else.'

type Target = Pick<ProbePlan, 'api' | 'wire'>

/** The relay's list of models. */
export const modelsRequest = ({ api, wire }: Target): ProbeRequest => ({
  method: 'GET',
  url: `${api}${wire.modelsPath}`,
  headers: wire.headers,
})

/** Refused before a model is asked; tells path and key for nothing. */
export const hollowRequest = ({ api, wire }: Target, model: string): ProbeRequest => post(api, wire, wire.hollow(model), {}, {})

/** The smallest valid question. */
export const answerRequest = ({ api, wire }: Target, model: string): ProbeRequest => post(api, wire, wire.ask(model, PROMPT), {}, {})

/** A longer question, dressed as the tool dresses its own. */
export const streamRequest = ({ api, wire, like }: Target & Pick<ProbePlan, 'like'>, model: string): ProbeRequest =>
  post(api, wire, wire.ask(model, STREAM_PROMPT), like.headers, like.body)

/** The short question, dressed as the tool dresses its own: for relays that refuse a bare one. */
export const dressedRequest = ({ api, wire, like }: Target & Pick<ProbePlan, 'like'>, model: string): ProbeRequest =>
  post(api, wire, wire.ask(model, PROMPT), like.headers, like.body)

function post(
  api: string,
  wire: WireProtocol,
  made: { readonly path: string; readonly body: Readonly<Record<string, unknown>> },
  headers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>>,
): ProbeRequest {
  return {
    method: 'POST',
    url: `${api}${made.path}`,
    headers: { 'content-type': 'application/json', ...wire.headers, ...headers },
    body: JSON.stringify({ ...made.body, ...more }),
  }
}
