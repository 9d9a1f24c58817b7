import { isObject } from '../json'
import { bodyText, jsonReply } from '../reply'
import { asksForModels, type FaultDefinition } from './fault'

/** A model list of so many; the real ones stand at its end. Only `GET .../models` is touched. */
export interface ModelsHugeFault {
  readonly kind: 'models-huge'
  /** Default 10,000. */
  readonly count?: number
}

export const modelsHugeFault: FaultDefinition<ModelsHugeFault> = {
  apply(reply, { count = 10_000 }, request) {
    if (!asksForModels(request) || reply.status !== 200) return reply
    const body: unknown = JSON.parse(bodyText(reply))
    if (!isObject(body)) return reply
    const field = Array.isArray(body.models) ? 'models' : 'data'
    const real = [body[field] ?? []].flat()
    const filler = Array.from({ length: Math.max(0, count - real.length) }, (_, index) => fillerFor(field, index))
    return jsonReply(200, { ...body, [field]: [...filler, ...real] })
  },
}

function fillerFor(field: string, index: number): object {
  const id = `vendor-${index % 97}/filler-model-${index}`
  return field === 'models' ? { name: `models/${id}` } : { id, object: 'model', created: 1_700_000_000, owned_by: 'filler' }
}
