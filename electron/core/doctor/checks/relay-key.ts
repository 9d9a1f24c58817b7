import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayKey = relayCheck({
  id: 'relay-key',
  item: 1,
  title: text('The relay accepts the key', '中转站接受该密钥'),
  badTitle: text('The relay refuses the key', '中转站拒绝了该密钥'),
  warnTitle: text('Something about the key is odd', '密钥有些异常'),
  why: text(
    'Claude Code is silent for three minutes and then says “Not logged in” when a relay answers 401.',
    '中转站返回 401 时，Claude Code 会沉默三分钟，然后提示“Not logged in”。',
  ),
  remedy: text("Copy the key again from the relay's dashboard, or make a new one.", '请从中转站后台重新复制密钥，或新建一个。'),
})
