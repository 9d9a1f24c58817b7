import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayRateLimit = relayCheck({
  id: 'relay-rate-limit',
  item: 4,
  title: text('The relay does not slow you down', '没有触发限流'),
  badTitle: text('The relay slows you down', '触发了中转站的限流'),
  warnTitle: text("The relay's limit is near", '接近中转站的限流'),
  why: text('At 429 the tools try again for minutes without a word.', '遇到 429 时，工具会不声不响地重试好几分钟。'),
  remedy: text('Wait as long as the relay says, or raise the limit of the key.', '按中转站给出的时间等待，或提高密钥的限额。'),
})
