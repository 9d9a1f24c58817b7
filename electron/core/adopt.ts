import type { Profile, ProfileInput } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { readRelayUrl } from './base-url'
import { refused } from './problem'
import { absentTool } from './target'
import type { LiveConfig, ToolAdapter } from './tools/tool'

/**
 * Makes what a tool's files say part of a profile, or a new profile. Only what the user asked for by name becomes a profile: nothing does so by
 * itself.
 * @throws {ProblemError} `nothing-to-adopt` when the files name no relay or hold no key
 */
export function adoptInput(adapter: ToolAdapter, live: LiveConfig, name: string | undefined, into: Profile | undefined): ProfileInput {
  if (live.baseUrl === undefined) throw nothing(adapter, text('its files name no relay', '其文件中没有中转站地址'))
  // A command of ours prints the key that the profile has.
  const asked = into?.keyDelivery === 'command' && live.keyCommand !== undefined
  if (!live.key && !asked) throw nothing(adapter, text('its files hold no API key', '其文件中没有 API 密钥'))
  const read = readRelayUrl(live.baseUrl)
  const root = 'problem' in read ? live.baseUrl : read.root
  const known = into?.tools[adapter.descriptor.id] ?? absentTool
  const sameRelay = into === undefined || into.relay.url === root
  const expected = adapter.baseUrl(into?.relay.url ?? root)
  const tool = {
    ...known,
    enabled: true,
    models: { ...live.models },
    options: { ...known.options, ...live.options },
    baseUrl: live.baseUrl === expected ? undefined : live.baseUrl,
  }
  const host = URL.canParse(root) ? new URL(root).host : root
  return {
    name: name ?? into?.name ?? host,
    color: into?.color,
    icon: into?.icon,
    relay: { ...(into?.relay ?? {}), url: sameRelay ? root : (into?.relay.url ?? root), key: live.key },
    tools: { ...into?.tools, [adapter.descriptor.id]: tool },
  }
}

const nothing = (adapter: ToolAdapter, why: { readonly en: string; readonly zh: string }) =>
  refused(
    'nothing-to-adopt',
    text(
      `There is nothing to adopt from ${adapter.descriptor.label}: ${why.en}.`,
      `${adapter.descriptor.label} 没有可采纳的内容：${why.zh}。`,
    ),
    text('Add a profile with a URL and a key instead.', '请改为用 URL 和密钥新建配置。'),
  )
