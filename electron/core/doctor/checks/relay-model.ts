import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayModel = relayCheck({
  id: 'relay-model',
  item: 3,
  title: text('The relay has the model', '中转站有该模型'),
  why: text(
    'Names of models differ between relays; a wrong path looks the same as a wrong name.',
    '各中转站的模型名不同；路径错误与名称错误看起来一样。',
  ),
})
