import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayPermission = relayCheck({
  id: 'relay-permission',
  item: 2,
  title: text('The key may use the model', '密钥有权使用该模型'),
  badTitle: text('The key may not use the model', '密钥无权使用该模型'),
  warnTitle: text('The key may not use everything', '密钥的权限有限制'),
  why: text('A relay answers 403 when the key or the plan does not include the model.', '密钥或套餐不包含该模型时，中转站返回 403。'),
})
