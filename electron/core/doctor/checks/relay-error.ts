import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayError = relayCheck({
  id: 'relay-error',
  item: 5,
  title: text('The relay works', '中转站工作正常'),
  why: text(
    'Codex turns an error 500 of the relay into “high demand”, Claude Code tries for three minutes.',
    'Codex 把中转站的 500 错误说成“high demand”，Claude Code 会重试三分钟。',
  ),
})
