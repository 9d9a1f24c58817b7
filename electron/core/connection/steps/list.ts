import { text } from '../../../../shared/model/text'
import { finding } from '../findings/finding'
import { bodyKind, parsed } from '../judge/body-kind'
import { type ModelList, readModels } from '../judge/models'
import type { HttpAnswer } from '../net/send'
import { modelsRequest } from '../requests'
import { ask, type Session } from '../session'

/** Clocks that are further apart than this make certificates look invalid sooner or later. */
const CLOCK = 5 * 60_000

/**
 * Asks for the relay's list of models: the first request, which opens the way. Many good relays have no list or guard it otherwise, so its answer
 * alone never fails a test. @throws {ProbeFailure | ProbeCancelled} when there is no HTTP answer at all
 */
export async function listModels(session: Session): Promise<ModelList | undefined> {
  const answer = await ask(session, modelsRequest(session.plan))
  const { status, timings } = answer
  session.tell('http', 'ok', text(`HTTP ${status}`, `HTTP ${status}`), timings.firstByteMs)
  checkClock(session, answer)
  const good = status >= 200 && status < 300 && bodyKind(answer) === 'json' && answer.broken === undefined
  const list = good ? readModels(parsed(answer.body)) : undefined
  if (list === undefined) {
    session.tell(
      'models',
      'unknown',
      text(
        'The relay gives no list of models. Many do not; the answer decides.',
        '中转站没有给出模型列表。很多中转站都没有，以实际回答为准。',
      ),
    )
    return undefined
  }
  session.tell('auth', 'ok', text('The key was accepted for the list of models.', '获取模型列表时密钥被接受。'))
  session.tell('models', 'ok', text(`${list.names.length} models`, `${list.names.length} 个模型`), timings.totalMs)
  return list
}

function checkClock(session: Session, { headers }: HttpAnswer): void {
  const theirs = Date.parse(headers.date ?? '')
  const off = session.now().getTime() - theirs
  if (Number.isNaN(theirs) || Math.abs(off) < CLOCK) return
  const minutes = Math.round(Math.abs(off) / 60_000)
  session.warnings.push(
    finding(
      'tls',
      'clock-skew',
      off > 0
        ? text(`This machine's clock is ${minutes} minutes ahead of the relay's.`, `本机时间比中转站快 ${minutes} 分钟。`)
        : text(`This machine's clock is ${minutes} minutes behind the relay's.`, `本机时间比中转站慢 ${minutes} 分钟。`),
      text('Set the date and time of this machine (best: automatically).', '请校准本机的日期和时间（建议设为自动）。'),
      { guide: 13 },
    ),
  )
}
