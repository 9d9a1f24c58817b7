import type { ProbeFinding, StreamReport } from '../../../../shared/model/probe'
import { answerFindings as say } from '../findings/answer'
import { bodyBroken } from '../findings/http'
import { statusFindings } from '../findings/status'
import type { HttpAnswer } from '../net/send'
import { readEvents, type StreamEvent } from '../net/sse'
import type { Piece, WireProtocol } from '../plan'
import { errorText, fields } from '../protocols/read'
import { evidenceOf } from '../redact'
import { bodyKind, parsed } from './body-kind'
import { meaningOf, whatItSaid } from './said'
import { isSameModel } from './same-model'
import { type Asked, judgeStatus } from './status'
import { judgeSpacing } from './stream'

/** What an answer that was asked for as a stream turned out to be. */
export interface Reply {
  readonly failure?: ProbeFinding
  readonly warnings: readonly ProbeFinding[]
  readonly text?: string
  readonly model?: string
  readonly stream?: StreamReport
}

/** Judges the whole answer to a question: only a complete stream of the right protocol with a model's text in it has no failure. Pure. */
export function judgeReply(answer: HttpAnswer, wire: WireProtocol, asked: Asked): Reply {
  const bad = (failure: ProbeFinding): Reply => ({ failure, warnings: [] })
  const status = judgeStatus(answer, asked)
  if (status) return bad(status)
  const evidence = evidenceOf(answer.body.slice(0, 600), asked.key)
  const kind = bodyKind(answer)
  if (kind === 'empty') return bad(answer.broken ? bodyBroken(answer.broken) : say.empty())
  if (kind === 'json') return judgeWhole(answer, wire, asked, evidence)
  const events = readEvents(answer.reads)
  if (events.length === 0 || (kind !== 'sse' && !looksLikeEvents(answer.body)))
    return bad(answer.broken ? bodyBroken(answer.broken) : say.notAnApi({ evidence }))
  return judgeEvents(answer, events, wire, asked, kind === 'sse')
}

const looksLikeEvents = (body: string): boolean => /^(?:event|data|id|retry|:)/m.test(body.slice(0, 400))

/** A body in one piece, where a stream was asked for. */
function judgeWhole(answer: HttpAnswer, wire: WireProtocol, asked: Asked, evidence: string): Reply {
  const bad = (failure: ProbeFinding): Reply => ({ failure, warnings: [] })
  if (answer.broken) return bad(bodyBroken(answer.broken))
  const body = parsed(answer.body)
  if (body === undefined) return bad(say.malformed({ evidence }))
  const whole = wire.readWhole(body)
  if (whole?.text === undefined)
    return bad(
      errorIn(body, answer.body, asked) ?? (whole ? say.noText(whole.stopped, { evidence }) : say.otherProtocol(wire.label, { evidence })),
    )
  return { failure: say.notAStream({ evidence: answer.headers['content-type'] }), warnings: [], text: whole.text, model: whole.model }
}

/** An error object inside a good status. */
function errorIn(body: unknown, written: string, asked: Asked): ProbeFinding | undefined {
  const { error, code, success } = fields(body)
  const refused = error || success === false || (typeof code === 'number' && code !== 0 && code !== 200)
  const message = refused ? errorText(body) : undefined
  return message === undefined ? undefined : sayError(message, written, asked)
}

function sayError(message: string, written: string, asked: Asked): ProbeFinding {
  const extra = { evidence: evidenceOf(message, asked.key) }
  const meaning = meaningOf(whatItSaid(written))
  if (meaning === 'model' && asked.model) return statusFindings.noModel(asked.model, asked.suggestions, extra)
  if (meaning === 'key') return statusFindings.keyRefused(extra)
  return meaning === 'credit' ? statusFindings.noCredit(extra) : say.errorInside(extra)
}

function judgeEvents(answer: HttpAnswer, events: readonly StreamEvent[], wire: WireProtocol, asked: Asked, declared: boolean): Reply {
  const pieces = events.flatMap(({ at, data }): (Piece & { readonly at: number })[] => {
    const value = data === '[DONE]' ? data : parsed(data)
    return value === undefined ? [] : [{ ...wire.readEvent(value), at }]
  })
  const words = pieces.filter(({ text }) => text !== undefined)
  const found = { text: words.map(({ text }) => text).join('') || undefined, model: pieces.find(({ model }) => model)?.model }
  const fail = (failure: ProbeFinding): Reply => ({ failure, warnings: [], ...found })
  const error = pieces.find((piece) => piece.error !== undefined)?.error
  if (error !== undefined) return fail(sayError(error, JSON.stringify({ error: { message: error } }), asked))
  const evidence = evidenceOf(answer.body.slice(0, 300), asked.key)
  if (answer.broken) return fail(bodyBroken(answer.broken))
  if (found.text === undefined) {
    const unread = events.some(({ data }) => data !== '[DONE]' && parsed(data) === undefined)
    if (unread) return fail(say.malformed({ evidence }))
    const stopped = pieces.find((piece) => piece.stopped)?.stopped
    if (stopped || pieces.some(({ done }) => done))
      return fail(pieces.some(({ model }) => model) ? say.noText(stopped, { evidence }) : say.otherProtocol(wire.label, { evidence }))
    return fail(pieces.some(({ model }) => model) ? say.cut() : say.otherProtocol(wire.label, { evidence }))
  }
  if (!pieces.some(({ done }) => done)) return fail(say.cut())
  const unread = events.some(({ data }) => data !== '[DONE]' && parsed(data) === undefined)
  if (unread) return fail(say.malformed({ evidence }))
  const stream = judgeSpacing(
    words.map(({ at }) => at),
    new Set(words.map(({ at }) => at)).size,
    answer.stalledMs,
  )
  return { ...found, stream, warnings: warningsOf(found.model, stream, asked, declared, answer) }
}

function warningsOf(
  model: string | undefined,
  stream: StreamReport,
  asked: Asked,
  declared: boolean,
  answer: HttpAnswer,
): readonly ProbeFinding[] {
  const other = model !== undefined && asked.model !== undefined && !isSameModel(asked.model, model)
  return [
    ...(other ? [say.otherModel(asked.model ?? '', model ?? '')] : []),
    ...(stream.kind === 'buffered' ? [say.buffered(stream)] : []),
    ...(declared ? [] : [say.wrongType(answer.headers['content-type'] ?? '')]),
  ]
}
