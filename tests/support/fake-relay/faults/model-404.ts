import { errorReply, unknownModel } from '../errors'
import type { Reply } from '../reply'
import { asksForModels, type FaultDefinition } from './fault'

/**
 * The model is not there, although it is listed. `as: 'no-channel'` is New API's 503 for the same (`distributor.go`), `'bad-request'` a 400.
 * Model lists stay as they are.
 */
export interface Model404Fault {
  readonly kind: 'model-404'
  readonly as?: 'not-found' | 'no-channel' | 'bad-request'
}

export const model404Fault: FaultDefinition<Model404Fault> = {
  apply(reply, { as = 'not-found' }, request): Reply {
    if (asksForModels(request)) return reply
    const protocol = request.protocol ?? 'openai'
    const model = request.model ?? ''
    if (as === 'not-found') return unknownModel(protocol, model)
    const code = 'model_not_found'
    if (as === 'bad-request') return errorReply(protocol, { status: 400, message: `Unsupported model: ${model}`, code })
    return errorReply(protocol, { status: 503, message: `当前分组 default 下对于模型 ${model} 无可用渠道`, code })
  },
}
