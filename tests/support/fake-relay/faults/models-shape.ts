import { isObject } from '../json'
import { bodyText, jsonReply } from '../reply'
import { asksForModels, type FaultDefinition } from './fault'

/** The right models in a shape that no vendor documents. Only `GET .../models` is touched. */
export interface ModelsShapeFault {
  readonly kind: 'models-shape'
  readonly shape: ModelsShape
}

/** Each takes the entries of the healthy list and makes a body. */
const shapes = {
  array: (entries) => entries,
  'array-of-strings': (entries) => entries.map(idOf),
  'data-of-strings': (entries) => ({ data: entries.map(idOf) }),
  'data-object': () => ({ data: {} }),
  'data-by-id': (entries) => ({ data: Object.fromEntries(entries.map((entry) => [idOf(entry), entry])) }),
  'data-null': () => ({ object: 'list', data: null }),
  'data-empty': () => ({ object: 'list', data: [] }),
  'data-twice': (entries) => ({ success: true, data: { data: entries } }),
  'other-field': (entries) => ({ result: entries }),
  'missing-ids': (entries) => ({ data: [{ object: 'model' }, null, { id: 7 }, { id: '' }, ...entries] }),
  names: (entries) => ({ data: entries.map((entry) => ({ name: idOf(entry) })) }),
  null: () => null,
} as const satisfies Record<string, (entries: readonly unknown[]) => unknown>

export type ModelsShape = keyof typeof shapes

export const modelsShapeFault: FaultDefinition<ModelsShapeFault> = {
  apply(reply, { shape }, request) {
    if (!asksForModels(request) || reply.status !== 200) return reply
    const body: unknown = JSON.parse(bodyText(reply))
    const entries = isObject(body) ? [body.data ?? body.models ?? []].flat() : []
    return jsonReply(200, shapes[shape](entries))
  },
}

/** Every odd shape. */
export const modelsShapes = Object.keys(shapes) as readonly ModelsShape[]

function idOf(entry: unknown): string {
  if (!isObject(entry)) return ''
  return String(entry.id ?? String(entry.name).replace(/^models\//, ''))
}
