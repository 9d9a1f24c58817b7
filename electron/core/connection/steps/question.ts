import type { ProbeFinding, ProbeVerdict } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { chooseModel } from '../choose-model'
import { answerFindings } from '../findings/answer'
import { statusFindings } from '../findings/status'
import { hasModel } from '../judge/models'
import { nearestNames } from '../judge/nearest'
import { judgeReply, type Reply } from '../judge/reply'
import { type Asked, judgeStatus } from '../judge/status'
import { ProbeFailure } from '../net/failure'
import { headerName, type ProbeRequest } from '../plan'
import { answerRequest, dressedRequest, hollowRequest, streamRequest } from '../requests'
import { ask, type Session } from '../session'
import type { Found } from '../test-connection'
import { explainRedirect } from './explain-redirect'

/** Without tokens: path, key and the model's name, as far as a request with nothing to answer can tell. */
export async function checkFree(session: Session, found: Found): Promise<ProbeVerdict> {
  const asked = pickModel(session, found)
  const request = hollowRequest(session.plan, asked.model ?? 'any')
  const answer = await ask(session, request)
  const finding = judgeStatus(answer, { ...asked, url: request.url })
  if (finding && blocks(finding)) await fail(session, asked, finding)
  if (!finding || finding.code === 'request-refused')
    session.tell('auth', 'ok', text('The relay did not refuse the key.', '中转站没有拒绝该密钥。'))
  session.tell('answer', 'skipped', text('No model was asked, so no tokens were spent.', '没有询问模型，未消耗 token。'))
  const isOpen = finding === undefined || finding.code === 'request-refused'
  if (!isOpen && found.list === undefined && finding) await fail(session, asked, finding)
  const [warning] = session.warnings
  return {
    ...(warning ?? {
      layer: 'auth',
      code: 'reached',
      cause: text(
        'The relay was reached and did not refuse the key. Whether a model answers is not tested yet.',
        '已到达中转站，密钥未被拒绝。尚未测试模型是否能回答。',
      ),
      cure: text('Run the full test to be sure; it costs a few tokens.', '如需确认，请运行完整测试（会消耗少量 token）。'),
    }),
    outcome: 'reached',
  }
}

/** Troubles that a request with nothing to answer can be sure of. Others may come from its being empty. */
const blocks = ({ layer, code }: ProbeFinding): boolean =>
  layer === 'auth' ||
  layer === 'proxy' ||
  layer === 'model' ||
  ['wrong-path', 'html-200', 'waf', 'rate-limited', 'region', 'url-ending'].includes(code) ||
  code.startsWith('redirect')

/** One word from the model, asked for as every tool asks: as a stream. Costs tokens. */
export async function askModel(session: Session, found: Found): Promise<void> {
  const asked = pickModel(session, found)
  const model = asked.model
  if (model === undefined) {
    // A relay that gives no list may be refusing the key: a request with nothing to answer tells, without tokens.
    const hollow = hollowRequest(session.plan, 'any')
    const finding = judgeStatus(await ask(session, hollow), { ...asked, url: hollow.url })
    if (finding && finding.layer !== 'model' && blocks(finding)) await fail(session, asked, finding)
    throw new ProbeFailure(noModelKnown())
  }
  const request = answerRequest(session.plan, model)
  let reply = await question(session, request, asked)
  if (reply.failure && ['request-refused', 'forbidden', 'wrong-path'].includes(reply.failure.code) && reply.failure.layer !== 'http') {
    const dressed = await question(session, dressedRequest(session.plan, model), asked)
    if (dressed.failure === undefined) {
      session.warnings.push(answerFindings.bare({ evidence: reply.failure.evidence }))
      reply = dressed
    }
  }
  if (reply.failure) await fail(session, asked, reply.failure)
  session.tell('auth', 'ok', text('The key was accepted.', '密钥有效。'))
  session.tell('model', 'ok', text(model, model))
  session.tell('answer', reply.warnings.length > 0 ? 'warn' : 'ok', reply.warnings[0]?.cause ?? said(reply), reply.ms)
  session.warnings.push(...reply.warnings)
  found.answeredBy = reply.model
  if (reply.stream?.kind !== 'too-short') found.stream = reply.stream
}

/** A longer stream, dressed as the tool's own request. Costs some more tokens. */
export async function askStream(session: Session, found: Found): Promise<void> {
  const asked = pickModel(session, found)
  const reply = await question(session, streamRequest(session.plan, asked.model ?? ''), asked)
  if (reply.failure) await fail(session, asked, reply.failure)
  found.stream = reply.stream
  const known = new Set(session.warnings.map(({ code }) => code))
  const news = reply.warnings.filter(({ code }) => !known.has(code))
  session.warnings.push(...news)
  const buffered = reply.warnings.find(({ layer }) => layer === 'stream')
  const { events = 0, spanMs = 0 } = reply.stream ?? {}
  session.tell(
    'stream',
    buffered ? 'warn' : 'ok',
    buffered?.cause ?? text(`${events} pieces over ${Math.round(spanMs)} ms`, `${events} 段，历时 ${Math.round(spanMs)} 毫秒`),
    reply.ms,
  )
}

async function question(session: Session, request: ProbeRequest, asked: Asked): Promise<Reply & { readonly ms: number }> {
  const answer = await ask(session, request)
  return { ...judgeReply(answer, session.plan.wire, { ...asked, url: request.url }), ms: answer.timings.totalMs }
}

/** The model to ask, and what is needed to judge the answer. Tells the step and warns when the profile names none. */
function pickModel(session: Session, found: Found): Asked {
  const { plan, now } = session
  const { list } = found
  const chosen = chooseModel(plan, list)
  const isListed =
    chosen === undefined || list === undefined || list.partial || list.names.length === 0 || hasModel(list.names, chosen.model)
  const suggestions = isListed || chosen === undefined ? [] : nearestNames(chosen.model, list?.names ?? [])
  if (found.model === undefined && chosen) {
    const unlisted = isListed ? undefined : answerFindings.unlisted(chosen.model, suggestions)
    if (chosen.picked) session.warnings.push(answerFindings.noneNamed(chosen.model))
    session.tell(
      'model',
      unlisted ? 'warn' : chosen.picked ? 'warn' : list ? 'ok' : 'unknown',
      unlisted?.cause ?? text(chosen.model, chosen.model),
    )
  }
  found.model = chosen?.model
  return {
    url: plan.api,
    baseUrl: plan.baseUrl,
    protocol: plan.wire.label,
    key: plan.key,
    model: chosen?.model,
    suggestions,
    unlisted: !isListed,
    now: now(),
  }
}

/** Ends the test here; a refused key is first tried in the other header. @throws {ProbeFailure} */
async function fail(session: Session, asked: Asked, finding: ProbeFinding): Promise<never> {
  const { plan } = session
  if (finding.code.startsWith('redirect')) throw new ProbeFailure(await explainRedirect(session, finding))
  if (finding.code !== 'key-refused' && finding.code !== 'forbidden') throw new ProbeFailure(finding)
  const request = hollowRequest(plan, asked.model ?? 'any')
  const other = await ask(session, request, plan.otherHeader)
  const verdict = judgeStatus(other, { ...asked, url: request.url })
  const isGood = verdict === undefined || verdict.code === 'request-refused' || verdict.layer === 'model'
  if (!isGood) throw new ProbeFailure(finding)
  throw new ProbeFailure(
    statusFindings.wrongHeader(headerName[plan.header], headerName[plan.otherHeader], plan.headerCure, { evidence: finding.evidence }),
  )
}

const said = ({ text: words = '' }: Reply) => text(`"${words.trim().slice(0, 60)}"`, `“${words.trim().slice(0, 60)}”`)

const noModelKnown = (): ProbeFinding => ({
  layer: 'model',
  code: 'no-model',
  cause: text(
    'No model is known to ask: the profile names none and the relay gives no list.',
    '不知道该询问哪个模型：配置没有指定，中转站也没有给出列表。',
  ),
  cure: text("Put a model's name from the relay's website into the profile.", '请把中转站网站上的模型名称填入配置。'),
  guide: 3,
})
