import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayKey = relayCheck({
  id: 'relay-key',
  item: 1,
  title: text('The relay accepts the key', '中转站接受该密钥'),
  why: text(
    'Claude Code is silent for three minutes and then says “Not logged in” when a relay answers 401.',
    '中转站返回 401 时，Claude Code 会沉默三分钟，然后提示“Not logged in”。',
  ),
})
