import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayStreaming = relayCheck({
  id: 'relay-streaming',
  item: 10,
  onRequest: true,
  title: text('Answers arrive as a stream', '回复以流式到达'),
  badTitle: text('Answers do not arrive as a stream', '回复不是流式到达'),
  warnTitle: text('Answers do not arrive as a proper stream', '回复的流式传输有异常'),
  why: text(
    'A proxy that holds answers back makes the tools look frozen. Costs some tokens, so it runs when it is asked for.',
    '缓冲回复的代理会让工具看起来卡住。检查会消耗少量 token，因此只在要求时运行。',
  ),
  remedy: text(
    'Connect without the proxy that holds answers back, or ask the relay to switch its buffering off.',
    '绕过缓存回复的代理直接连接，或请中转站关闭缓冲。',
  ),
})
