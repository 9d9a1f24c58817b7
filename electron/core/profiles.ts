import { type KeyView, OFFICIAL_ID, type Profile, type ProfileInput, type ProfileView, type StoredKey } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { readKey } from './api-key'
import { readOverride, readRelayUrl } from './base-url'
import { readEndpoints } from './endpoints'
import { uniqueName } from './files/unique-name'
import { misused, refused } from './problem'
import { cleanTags } from './tags'
import { absentTool, deriveUrl, targetOf } from './target'
import type { ToolAdapter } from './tools/tool'
import { activeKey, keepKey, maskedKeyOf } from './vault/profile-keys'

const MAX_NAME = 200

/** Names are compared without regard to case, surrounding blanks and the way Unicode spells an accent. */
export const sameName = (a: string, b: string): boolean => comparable(a) === comparable(b)

/** Two names are the same when this is. */
export const comparable = (name: string): string => name.normalize('NFC').trim().toLowerCase()

/**
 * Checks what a form or command handed in and makes it a profile: the relay's URL becomes its root, the key is cleaned, every tool's own rules
 * are kept.
 * @throws {ProblemError} kind `usage` with the cure
 */
export function buildProfile(input: ProfileInput, adapters: readonly ToolAdapter[], previous: Profile | undefined, now: Date): Profile {
  const name = input.name.normalize('NFC').trim()
  checkName(name)
  const url = readRelayUrl(input.relay.url)
  if ('problem' in url) throw misused('bad-url', url.problem.message, url.problem.hint)
  const at = now.toISOString()
  const tags = input.tags === undefined ? previous?.tags : cleanTags(input.tags)
  const built: Profile = {
    id: previous?.id ?? newId(name),
    name,
    ...(input.color === undefined ? {} : { color: input.color }),
    ...(input.icon === undefined ? {} : { icon: input.icon }),
    ...(tags === undefined || tags.length === 0 ? {} : { tags }),
    ...((input.keyDelivery ?? previous?.keyDelivery) === 'command' ? { keyDelivery: 'command' } : {}),
    relay: relayOf(input.relay, url.root, previous),
    tools: Object.fromEntries(Object.entries(input.tools).map(([id, tool]) => [id, cleanTool(id, tool, adapters)])),
    createdAt: previous?.createdAt ?? at,
    updatedAt: at,
  }
  for (const adapter of adapters) {
    if (!built.tools[adapter.descriptor.id]?.enabled) continue
    const [problem] = adapter.check(targetOf(adapter, built))
    if (problem !== undefined) throw misused('bad-tool-setting', problem.message, problem.hint)
  }
  return built
}

function checkName(name: string): void {
  if (name === '') throw misused('name-empty', text('The profile has no name.', '配置没有名称。'), text('Give it a name.', '请输入名称。'))
  if (name.length > MAX_NAME || /\p{Cc}/u.test(name)) {
    throw misused(
      'bad-name',
      text('The name is too long or has control characters.', '名称过长或包含控制字符。'),
      text(`Use up to ${MAX_NAME} ordinary characters.`, `请使用不超过 ${MAX_NAME} 个普通字符。`),
    )
  }
  if (sameName(name, OFFICIAL_ID)) {
    throw misused(
      'name-taken',
      text('"Official" is the built-in profile without a relay.', '“Official” 是内置的无中转配置。'),
      text('Choose another name.', '请换一个名称。'),
    )
  }
}

/** Without a key the one of before stays, sealed as it is. A copy has no sealed keys of its own: they are bound to their profile. */
function relayOf({ key, ...input }: ProfileInput['relay'], url: string, previous: Profile | undefined): Profile['relay'] {
  const relay = openPart({ ...input, url, ...readEndpoints(input.endpoints, url) })
  if (previous === undefined) return { ...relay, key: cleanKey(key) }
  if (key === undefined) return keepKey(relay, previous.relay)
  return { ...relay, keys: previous.relay.keys, activeKey: previous.relay.activeKey, key: cleanKey(key) }
}

function cleanKey(given: string | undefined): string {
  const read = readKey(given ?? '')
  if ('problem' in read) throw misused('bad-key', read.problem.message, read.problem.hint)
  return read.key
}

function cleanTool(id: string, tool: Profile['tools'][string], adapters: readonly ToolAdapter[]): Profile['tools'][string] {
  if (!adapters.some(({ descriptor }) => descriptor.id === id)) throw unknownTool(id, adapters)
  const { baseUrl, ...rest } = tool
  if (baseUrl === undefined || baseUrl.trim() === '') return rest
  const own = readOverride(baseUrl)
  if ('problem' in own) throw misused('bad-url', own.problem.message, own.problem.hint)
  return { ...tool, baseUrl: own.baseUrl }
}

export const unknownTool = (id: string, adapters: readonly ToolAdapter[]) =>
  misused(
    'unknown-tool',
    text(`There is no tool "${id}".`, `没有名为“${id}”的工具。`),
    text(
      `Known tools: ${adapters.map(({ descriptor }) => descriptor.id).join(', ')}.`,
      `可用的工具：${adapters.map(({ descriptor }) => descriptor.id).join('、')}。`,
    ),
  )

/** Refuses a name that another profile has. */
export function checkUnique(profiles: readonly Profile[], name: string, exceptId?: string): void {
  if (!profiles.some((known) => known.id !== exceptId && sameName(known.name, name))) return
  throw refused(
    'name-taken',
    text(`There is a profile "${name}" already.`, `已存在名为“${name}”的配置。`),
    text('Choose another name, or edit that profile.', '请换一个名称，或编辑该配置。'),
  )
}

export const unknownProfile = () =>
  misused(
    'unknown-profile',
    text('There is no such profile.', '没有该配置。'),
    text('It may have been removed. Look at the list of profiles.', '它可能已被删除，请查看配置列表。'),
  )

function newId(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${slug || 'profile'}-${uniqueName(8)}`
}

type OpenPart = Pick<Profile['relay'], 'url' | 'website' | 'notes' | 'endpoints'>

/** What anyone may read of a relay: all but its keys. */
function openPart({ url, website, notes, endpoints }: OpenPart): OpenPart {
  return {
    url,
    ...(website === undefined ? {} : { website }),
    ...(notes === undefined ? {} : { notes }),
    ...(endpoints === undefined ? {} : { endpoints }),
  }
}

/** A profile as shells may see it. */
export function viewOf(profile: Profile, adapters: readonly ToolAdapter[]): ProfileView {
  return {
    ...profile,
    kind: 'relay',
    relay: { ...openPart(profile.relay), keyMasked: maskedKeyOf(profile), ...keyViews(profile) },
    tools: Object.fromEntries(
      adapters.map((adapter) => {
        const tool = profile.tools[adapter.descriptor.id] ?? absentTool
        return [adapter.descriptor.id, { ...tool, derived: deriveUrl(adapter, profile.relay.url, tool.baseUrl) }]
      }),
    ),
  }
}

function keyViews(profile: Profile): { readonly keys?: readonly KeyView[] } {
  const { keys } = profile.relay
  if (keys === undefined) return {}
  const active = activeKey(profile)
  return { keys: keys.map((key) => ({ ...withoutSealed(key), active: key === active })) }
}

const withoutSealed = ({ id, label, expiresAt, masked }: StoredKey): Omit<StoredKey, 'sealed'> => ({
  id,
  ...(label === undefined ? {} : { label }),
  ...(expiresAt === undefined ? {} : { expiresAt }),
  masked,
})

/** The built-in profile without a relay: switching to it takes back what we added. */
export function officialView(adapters: readonly ToolAdapter[]): ProfileView {
  return {
    id: OFFICIAL_ID,
    kind: 'official',
    name: 'Official',
    relay: { url: '', keyMasked: '' },
    tools: Object.fromEntries(
      adapters.map(({ descriptor }) => [
        descriptor.id,
        { ...absentTool, enabled: true, derived: { baseUrl: '', overridden: false, notes: [] } },
      ]),
    ),
    createdAt: '',
    updatedAt: '',
  }
}
