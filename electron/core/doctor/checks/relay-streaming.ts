import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayStreaming = relayCheck({
  id: 'relay-streaming',
  item: 10,
  onRequest: true,
  title: text('Answers arrive as a stream', '回复以流式到达'),
  why: text(
    'A proxy that holds answers back makes the tools look frozen. Costs some tokens, so it runs when it is asked for.',
    '缓冲回复的代理会让工具看起来卡住。检查会消耗少量 token，因此只在要求时运行。',
  ),
})
