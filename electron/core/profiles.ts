import { OFFICIAL_ID, type Profile, type ProfileInput } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { readKey } from './api-key'
import { readOverride, readRelayUrl } from './base-url'
import { readEndpoints } from './endpoints'
import { uniqueName } from './files/unique-name'
import { misused, refused } from './problem'
import { sameName, unknownTool } from './profile-names'
import { openPart } from './profile-view'
import { cleanTags } from './tags'
import { targetOf } from './target'
import type { ToolAdapter } from './tools/tool'
import { keepKey } from './vault/profile-keys'

const MAX_NAME = 200

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

/** Refuses a name that another profile has. */
export function checkUnique(profiles: readonly Profile[], name: string, exceptId?: string): void {
  if (!profiles.some((known) => known.id !== exceptId && sameName(known.name, name))) return
  throw refused(
    'name-taken',
    text(`There is a profile "${name}" already.`, `已存在名为“${name}”的配置。`),
    text('Choose another name, or edit that profile.', '请换一个名称，或编辑该配置。'),
  )
}

function newId(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${slug || 'profile'}-${uniqueName(8)}`
}
