import { fields, list, string } from '../protocols/read'

export interface ModelList {
  readonly names: readonly string[]
  /** The relay has more than it sent. */
  readonly partial: boolean
}

/**
 * The names in a relay's list of models, whatever its shape: `{data: [{id}]}`, `{models: [{name}]}`, a bare list, a list of names, a map by name.
 * Undefined when it is no list at all. Pure.
 */
export function readModels(body: unknown): ModelList | undefined {
  const { data, models, has_more: more, nextPageToken, result } = fields(body)
  const found = [data, models, result, body].map(itemsOf).find((items) => items !== undefined)
  if (found === undefined) return undefined
  const names = found.flatMap((item) => nameOf(item) ?? [])
  if (names.length === 0 && found.length > 0) return undefined
  return { names: [...new Set(names)], partial: more === true || (typeof nextPageToken === 'string' && nextPageToken !== '') }
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  const { data, models, list: inner, items } = fields(value)
  for (const each of [data, models, inner, items]) if (Array.isArray(each)) return list(each)
  return undefined
}

function nameOf(item: unknown): string | undefined {
  const { id, name, model, model_name: modelName } = fields(item)
  const found = string(item) ?? string(id) ?? string(name) ?? string(model) ?? string(modelName)
  return found?.trim().replace(/^models\//, '') || undefined
}

/** Whether a list holds a model; Claude Code takes `[1m]` off before it asks (2.1.330). */
export const hasModel = (names: readonly string[], model: string): boolean => names.includes(model.replace(/\[1m\]$/i, ''))
