import { errorReply } from '../errors'
import type { Reply } from '../reply'
import type { FaultDefinition } from './fault'

/**
 * 403 although the key is right: the plan lacks this model, the money is gone, the key is for another group, or for another address.
 * The last three are worded as One API and New API word them (their `middleware/auth.go` and `relay` folders).
 */
export interface Plan403Fault {
  readonly kind: 'plan-403'
  readonly reason?: 'plan' | 'quota' | 'group' | 'address'
}

export const plan403Fault: FaultDefinition<Plan403Fault> = {
  apply(_reply, { reason = 'plan' }, request): Reply {
    const model = request.model ?? ''
    const [message, code] = {
      plan: [`Your plan does not include the model \`${model}\`.`, 'plan_not_allowed'],
      quota: ['用户额度不足, 剩余额度: ＄0.000000', 'insufficient_user_quota'],
      group: [`该令牌无权访问模型 ${model}`, 'access_denied'],
      address: ['您的 IP 不在令牌允许访问的列表中', 'access_denied'],
    }[reason] as [string, string]
    return errorReply(request.protocol ?? 'openai', { status: 403, message, code })
  },
}
