import { text } from '../../../../shared/model/text'
import { type ForeignEntry, foreignProfiles } from '../foreign-profiles'
import { isObject, textOf } from '../loose-values'
import type { Source } from '../portable'

/** Its types of provider as applications; what is not here may be for any tool. */
const apps: Readonly<Record<string, string>> = { anthropic: 'claude', gemini: 'gemini', 'openai-response': 'codex' }

/** Providers as Cherry Studio hands them on: `{ id, baseUrl, apiKey, name?, type? }`, one or a list. */
export const cherryProviders: Source = {
  id: 'cherry',
  label: text('Cherry Studio providers', 'Cherry Studio 供应商'),
  async read({ json }, adapters) {
    const list: readonly unknown[] = Array.isArray(json) ? json : [json]
    if (list.length === 0 || !list.every(isProvider)) return undefined
    return foreignProfiles(
      list.map((provider): ForeignEntry => {
        const { id, name, baseUrl, apiKey, type } = provider
        return {
          app: apps[textOf(type) ?? ''] ?? '*',
          name: textOf(name) ?? textOf(id) ?? '',
          settings: { baseUrl, apiKey },
          meta: {},
          endpoints: [],
        }
      }),
      adapters,
    )
  },
}

const isProvider = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && textOf(value.baseUrl) !== undefined && typeof value.apiKey === 'string'
