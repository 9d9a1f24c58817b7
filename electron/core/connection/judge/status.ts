import type { ProbeFinding } from '../../../../shared/model/probe'
import { httpFailed } from '../findings/http'
import { statusFindings as say } from '../findings/status'
import type { HttpAnswer } from '../net/send'
import { evidenceOf } from '../redact'
import { bodyKind, isWall } from './body-kind'
import { readRateLimit } from './rate-limit'
import { redirectFinding } from './redirect'
import { meaningOf, type Said, whatItSaid } from './said'

/** What the judgement of an answer needs to know about the request. */
export interface Asked {
  readonly url: string
  readonly baseUrl: string
  /** The protocol's name for people. */
  readonly protocol: string
  readonly key: string
  readonly model?: string
  /** Names much like the model's, from the relay's own list. */
  readonly suggestions: readonly string[]
  /** The relay has a list and the model is not in it. */
  readonly unlisted?: boolean
  readonly now: Date
}

/** What a status other than 2xx means, or a page where the API should be; undefined when the body is worth reading. Pure. */
export function judgeStatus(answer: HttpAnswer, asked: Asked): ProbeFinding | undefined {
  const { status } = answer
  const page = bodyKind(answer) === 'html'
  const said = page ? pageSaid(answer.body) : whatItSaid(answer.body)
  const extra = { evidence: evidenceOf([`HTTP ${status}`, said.message].filter(Boolean).join(': '), asked.key) }
  if (isWall(answer)) return say.wall(extra)
  if (status >= 300 && status < 400) return redirectFinding(answer, asked)
  if (status === 400 && /plain http request was sent to https port|client sent an http request to an https server/i.test(answer.body))
    return httpFailed({ kind: 'is-tls' })
  if (status < 300) return page ? say.html(asked.baseUrl, extra) : undefined
  return fromMeaning(status, said, asked, extra) ?? fromStatus(answer, page, asked, extra)
}

function fromMeaning(status: number, said: Said, asked: Asked, extra: { readonly evidence: string }): ProbeFinding | undefined {
  const meaning = meaningOf(said)
  const byModel = asked.model !== undefined
  if (meaning === 'path' && (status === 404 || status === 405 || status === 400)) return path(asked, extra)
  if (meaning === 'model' && byModel && [400, 403, 404, 422, 500, 503].includes(status))
    return status === 403 ? say.forbidden(asked.model, extra) : say.noModel(asked.model ?? '', asked.suggestions, extra)
  if (meaning === 'credit' && [400, 401, 402, 403].includes(status)) return say.noCredit(extra)
  if (meaning === 'credit' && status === 429 && /insufficient|balance|余额|额度|欠费/i.test(`${said.codes} ${said.message}`))
    return say.noCredit(extra)
  if (meaning === 'region' && [400, 403, 451].includes(status)) return say.region(extra)
  // Google answers a bad key with 400.
  if (meaning === 'key' && [400, 401, 403].includes(status)) return say.keyRefused(extra)
  return undefined
}

function fromStatus(answer: HttpAnswer, page: boolean, asked: Asked, extra: { readonly evidence: string }): ProbeFinding {
  const { status, headers } = answer
  switch (status) {
    case 401:
      return say.keyRefused(extra)
    case 402:
      return say.noCredit(extra)
    case 403:
      return say.forbidden(asked.model, extra)
    case 404:
      return asked.unlisted && asked.model && !page ? say.noModel(asked.model, asked.suggestions, extra) : path(asked, extra)
    case 405:
    case 410:
      return path(asked, extra)
    case 407:
      return say.proxyLogin(extra)
    case 408:
    case 504:
    case 522:
    case 524:
      return say.upstreamTimeout(status, extra)
    case 511:
      return say.networkLogin(extra)
    case 429:
      return say.rateLimited(readRateLimit(headers, asked.now), extra)
    case 502:
    case 520:
    case 521:
    case 523:
    case 525:
    case 526:
    case 530:
      return say.upstream(status, extra)
    case 503:
    case 529:
      return say.overloaded(status, extra)
  }
  if (status >= 500) return say.relayError(status, extra)
  return page || status < 200 ? say.unexpected(status, extra) : say.refusedRequest(status, extra)
}

const path = ({ url, baseUrl, protocol }: Asked, extra: { readonly evidence: string }): ProbeFinding =>
  say.wrongPath(url.replace(/\?.*$/, ''), baseUrl, protocol, extra)

/** Of a page only its title is worth telling. */
const pageSaid = (body: string): Said => ({ message: /<title[^>]*>([^<]*)/i.exec(body)?.[1]?.trim() ?? '', codes: '', isApi: false })
