import type { DerivedUrl, Profile, ToolProfile } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import type { ToolDescriptor } from '../../shared/model/tool'
import type { KeyCommand, ToolAdapter, ToolTarget } from './tools/tool'

/** What a profile says of a tool that it does not mention. */
export const absentTool: ToolProfile = { enabled: false, models: {}, options: {}, extra: {} }

/** The base URL that a tool gets: the user's own, or the one made of the relay's URL. */
export function deriveUrl(adapter: ToolAdapter, root: string, override: string | undefined): DerivedUrl {
  const derived = adapter.baseUrl(root)
  const own = override?.trim() ?? ''
  if (own === '' || own === derived) return { baseUrl: derived, overridden: false, notes: [] }
  return {
    baseUrl: own,
    overridden: true,
    notes: [text(`Set by you. From the relay's URL it would be ${derived}.`, `由您指定。按中转站 URL 推导则为 ${derived}。`)],
  }
}

/** Every option with its default where the profile says nothing or something unknown. */
export function optionsOf(descriptor: ToolDescriptor, chosen: ToolProfile['options']): Record<string, string | boolean> {
  return Object.fromEntries(
    descriptor.options.map((option) => {
      const value = chosen[option.id]
      const valid = option.kind === 'choice' ? option.choices.some(({ id }) => id === value) : typeof value === typeof option.default
      return [option.id, valid && value !== undefined ? value : option.default]
    }),
  )
}

/** Reduces a profile to what one tool needs. `keyCommand` is wanted wherever the tool's files are decided or judged. */
export function targetOf(adapter: ToolAdapter, profile: Profile, keyCommand?: KeyCommand): ToolTarget {
  const tool = profile.tools[adapter.descriptor.id] ?? absentTool
  const models = Object.entries(tool.models).map(([slot, model]) => [slot, model.trim()] as const)
  return {
    profileName: profile.name,
    baseUrl: deriveUrl(adapter, profile.relay.url, tool.baseUrl).baseUrl,
    key: profile.relay.key,
    ...(profile.keyDelivery === undefined ? {} : { keyDelivery: profile.keyDelivery }),
    ...(keyCommand === undefined ? {} : { keyCommand }),
    models: Object.fromEntries(models.filter(([, model]) => model !== '')),
    options: optionsOf(adapter.descriptor, tool.options),
    extra: tool.extra,
  }
}
