import type { KeyDelivery, ProfileInput, ProfileView, ToolProfile } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import type { ToolDescriptor } from '../../shared/model/tool'
import type { Arguments } from './arguments'
import { type Assignment, assignment, extraValue, optionValue, toolNamed } from './assignments'
import { toolList } from './tool-list'
import { usage } from './usage'

const nothing: ToolProfile = { enabled: false, models: {}, options: {}, extra: {} }

/** A profile with nothing in it: every tool known and switched on. */
export function emptyProfile(name: string, descriptors: readonly ToolDescriptor[]): ProfileInput {
  return { name, relay: { url: '' }, tools: Object.fromEntries(descriptors.map(({ id }) => [id, { ...nothing, enabled: true }])) }
}

/** What a view was made of; without a key, so that the stored one is kept. */
export function inputOf(view: ProfileView): ProfileInput {
  const { url, website, notes, endpoints } = view.relay
  const tools = Object.fromEntries(Object.entries(view.tools).map(([id, { derived: _, ...own }]) => [id, own]))
  return {
    name: view.name,
    color: view.color,
    icon: view.icon,
    tags: view.tags,
    keyDelivery: view.keyDelivery,
    relay: { url, website, notes, endpoints },
    tools,
  }
}

/**
 * Puts what the command line says on top of a profile. An empty value (`--model claude=`) takes an entry out. Pure.
 * @throws {ProblemError} kind `usage`: unknown tool, model slot or option, or an argument of the wrong form
 */
export function applyArguments(
  base: ProfileInput,
  args: Arguments,
  key: string | undefined,
  descriptors: readonly ToolDescriptor[],
): ProfileInput {
  const tools: Record<string, ToolProfile> = structuredClone(base.tools)
  const wanted = toolList(args)?.map((tool) => toolNamed(tool, descriptors).id)
  for (const { id } of descriptors) tools[id] = { ...(tools[id] ?? nothing), ...(wanted && { enabled: wanted.includes(id) }) }
  const toolOf = (descriptor: ToolDescriptor): ToolProfile => tools[descriptor.id] ?? nothing
  for (const item of args.values('model').map((value) => assignment('model', value, descriptors)))
    tools[item.tool.id] = { ...toolOf(item.tool), models: withEntry(toolOf(item.tool).models, slot(item), item.value || undefined) }
  for (const item of args.values('option').map((value) => assignment('option', value, descriptors)))
    tools[item.tool.id] = { ...toolOf(item.tool), options: withEntry(toolOf(item.tool).options, item.field, optionValue(item)) }
  for (const item of args.values('extra').map((value) => assignment('extra', value, descriptors)))
    tools[item.tool.id] = { ...toolOf(item.tool), extra: withEntry(toolOf(item.tool).extra, item.field, extraValue(item.value)) }
  for (const item of args.values('base-url').map((value) => assignment('base-url', value, descriptors)))
    tools[item.tool.id] = { ...toolOf(item.tool), baseUrl: item.value || undefined }
  const { relay } = base
  const tags = args.values('tag')
  return {
    ...base,
    name: args.value('name') ?? base.name,
    tags: tags.length > 0 ? tags : base.tags,
    keyDelivery: keyDelivery(args) ?? base.keyDelivery,
    relay: {
      url: args.value('url') ?? relay.url,
      website: given(args, 'website', relay.website),
      notes: given(args, 'notes', relay.notes),
      endpoints: endpoints(args.values('endpoint'), relay.endpoints),
      ...(key !== undefined && { key }),
    },
    tools,
  }
}

function keyDelivery(args: Arguments): KeyDelivery | undefined {
  const value = args.value('key-delivery')
  if (value === undefined || value === 'file' || value === 'command') return value
  throw usage(text('--key-delivery takes file or command.', '--key-delivery 的值应为 file 或 command。'))
}

const given = (args: Arguments, name: string, present: string | undefined): string | undefined => {
  const value = args.value(name)
  return value === undefined ? present : value || undefined
}

/** The named endpoints take the place of the present ones; an empty value leaves none. */
const endpoints = (named: readonly string[], present: readonly string[] | undefined): readonly string[] | undefined =>
  named.length === 0 ? present : named.filter((url) => url !== '')

/** The main model is meant where no slot is named. */
function slot({ tool, field, written }: Assignment): string {
  const ids = tool.models.map(({ id }) => id)
  const id = field === '' ? ids[0] : field
  if (id !== undefined && ids.includes(id)) return id
  const list = ids.join(', ')
  throw usage(
    text(`--model ${written}: ${tool.id} has no model "${field}".`, `--model ${written}：${tool.id} 没有模型位 "${field}"。`),
    text(`It has: ${list}.`, `可用：${list}。`),
  )
}

function withEntry<Value>(record: Readonly<Record<string, Value>>, key: string, value: Value | undefined): Record<string, Value> {
  const others = Object.entries(record).filter(([name]) => name !== key)
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]])
}
