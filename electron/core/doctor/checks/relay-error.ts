import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayError = relayCheck({
  id: 'relay-error',
  item: 5,
  title: text('The relay works', '中转站工作正常'),
  badTitle: text('The relay has an error of its own', '中转站自身出错'),
  warnTitle: text("The relay's answer is not as it should be", '中转站的回复有异常'),
  why: text(
    'Codex turns an error 500 of the relay into “high demand”, Claude Code tries for three minutes.',
    'Codex 把中转站的 500 错误说成“high demand”，Claude Code 会重试三分钟。',
  ),
  remedy: text(
    "Try again in a moment, or another model; then ask the relay's support with a report.",
    '稍后重试或换一个模型；仍不行时把报告交给中转站客服。',
  ),
})
