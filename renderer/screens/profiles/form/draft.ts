import type { KeyDelivery, ProfileInput, ProfileView, ToolProfile } from '../../../../shared/model/profile'
import type { ToolDescriptor } from '../../../../shared/model/tool'
import { hostOf } from '../../../lib/host-of'
import { formatExtra, parseExtra } from './extra-value'

/** One further setting as it is typed. `id` is for drawing only. */
export interface ExtraRow {
  readonly id: number
  readonly key: string
  readonly value: string
}

export interface ToolDraft {
  readonly enabled: boolean
  /** Empty means derived from the relay's URL. */
  readonly baseUrl: string
  readonly models: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string | boolean>>
  readonly extra: readonly ExtraRow[]
}

/** The form as it stands, right or wrong. */
export interface Draft {
  readonly name: string
  readonly url: string
  /** Further URLs of the same relay. */
  readonly endpoints: readonly string[]
  readonly key: string
  readonly keyDelivery: KeyDelivery
  readonly website: string
  readonly notes: string
  /** As typed: separated by commas. */
  readonly tags: string
  readonly color: string
  readonly tools: Readonly<Record<string, ToolDraft>>
}

const toolDraft = (tool: ToolProfile | undefined, enabled: boolean): ToolDraft => ({
  enabled: tool?.enabled ?? enabled,
  baseUrl: tool?.baseUrl ?? '',
  models: tool?.models ?? {},
  options: tool?.options ?? {},
  extra: Object.entries(tool?.extra ?? {}).map(([key, value], id) => ({ id, key, value: formatExtra(value) })),
})

/** A new profile starts with every tool enabled. */
export function newDraft(tools: readonly Pick<ToolDescriptor, 'id'>[], prefill?: { readonly url: string; readonly key: string }): Draft {
  const drafts = Object.fromEntries(tools.map(({ id }) => [id, toolDraft(undefined, true)]))
  return {
    name: '',
    url: prefill?.url ?? '',
    endpoints: [],
    key: prefill?.key ?? '',
    keyDelivery: 'file',
    website: '',
    notes: '',
    tags: '',
    color: '',
    tools: drafts,
  }
}

/** The key stays empty: the form never knows a stored one. */
export function draftOf(profile: ProfileView, tools: readonly ToolDescriptor[]): Draft {
  const { name, relay, color = '', keyDelivery = 'file' } = profile
  const drafts = Object.fromEntries(tools.map(({ id }) => [id, toolDraft(profile.tools[id], false)]))
  const { url, endpoints = [], website = '', notes = '' } = relay
  return { name, url, endpoints, key: '', keyDelivery, website, notes, tags: profile.tags?.join(', ') ?? '', color, tools: drafts }
}

/** The name of a profile that was given none: the host of its URL. */
export const suggestedName = (url: string): string => hostOf(url.trim()).split(/[/?#]/)[0] ?? ''

const filled = <Value extends string | boolean>(record: Readonly<Record<string, Value>>) =>
  Object.fromEntries(
    Object.entries(record).flatMap(([id, value]) =>
      typeof value === 'string' && value.trim() === '' ? [] : [[id, typeof value === 'string' ? value.trim() : value]],
    ),
  )

function toolOf(draft: ToolDraft): ToolProfile {
  return {
    enabled: draft.enabled,
    baseUrl: draft.baseUrl.trim() || undefined,
    models: filled(draft.models) as Record<string, string>,
    options: filled(draft.options),
    extra: Object.fromEntries(draft.extra.filter((row) => row.key.trim() !== '').map((row) => [row.key.trim(), parseExtra(row.value)])),
  }
}

function tagList(typed: string, hadTags: boolean): readonly string[] | undefined {
  const tags = typed
    .split(/[,，、]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
  return tags.length > 0 || hadTags ? tags : undefined
}

/** What is handed to the host. The URL goes as typed: the core owns the rules. `stored` keeps what the form does not show. */
export function inputOf(draft: Draft, stored?: ProfileView): ProfileInput {
  const endpoints = draft.endpoints.map((url) => url.trim()).filter(Boolean)
  return {
    name: draft.name.trim() || suggestedName(draft.url),
    color: draft.color || undefined,
    icon: stored?.icon,
    // An empty list takes the stored tags away; none at all leaves them.
    tags: tagList(draft.tags, stored !== undefined && stored.tags !== undefined),
    ...((draft.keyDelivery === 'command' || stored?.keyDelivery !== undefined) && { keyDelivery: draft.keyDelivery }),
    relay: {
      url: draft.url.trim(),
      ...(endpoints.length > 0 && { endpoints }),
      key: draft.key.trim() || undefined,
      website: draft.website.trim() || undefined,
      notes: draft.notes.trim() || undefined,
    },
    tools: Object.fromEntries(Object.entries(draft.tools).map(([id, tool]) => [id, toolOf(tool)])),
  }
}

/** The users' own base URLs, for the live derivation. */
export const overridesOf = (draft: Draft): Record<string, string> =>
  Object.fromEntries(Object.entries(draft.tools).flatMap(([id, tool]) => (tool.baseUrl.trim() ? [[id, tool.baseUrl.trim()]] : [])))

/** True when the two would be stored alike; the key counts. */
export const sameDraft = (one: Draft, other: Draft): boolean =>
  JSON.stringify([inputOf(one), one.key]) === JSON.stringify([inputOf(other), other.key])
