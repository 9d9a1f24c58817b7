import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayModel = relayCheck({
  id: 'relay-model',
  item: 3,
  title: text('The relay has the model', '中转站有该模型'),
  badTitle: text('The relay does not have the model', '中转站没有该模型'),
  warnTitle: text('The relay may give another model than the one asked for', '中转站给出的模型可能与所选不同'),
  why: text(
    'Names of models differ between relays; a wrong path looks the same as a wrong name.',
    '各中转站的模型名不同；路径错误与名称错误看起来一样。',
  ),
  remedy: text(
    "Take a name from the relay's own list; the finding offers the nearest.",
    '请从中转站自己的列表中选择；结果会给出最接近的名称。',
  ),
})
