import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayPermission = relayCheck({
  id: 'relay-permission',
  item: 2,
  title: text('The key may use the model', '密钥有权使用该模型'),
  badTitle: text('The key may not use the model', '密钥无权使用该模型'),
  warnTitle: text('The key may not use everything', '密钥的权限有限制'),
  why: text('A relay answers 403 when the key or the plan does not include the model.', '密钥或套餐不包含该模型时，中转站返回 403。'),
  remedy: text(
    "Check the key's models and your plan in the relay's dashboard, or choose another model.",
    '请在中转站后台查看密钥可用的模型和套餐，或改用其他模型。',
  ),
})
