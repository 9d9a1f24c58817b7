import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { codexTables } from '../codex-config'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, reapply, setValue } from '../mend'
import { fact } from '../seen'
import { notAsked, notUsed, ok, skip, warn } from '../verdict'

const setting = 'openai_base_url'

export const codexWebsocket: Check = {
  id: 'codex-websocket',
  group: 'settings',
  tool: 'codex',
  title: text('Codex asks the relay by plain requests', 'Codex 以普通请求访问中转站'),
  badTitle: text('Codex tries a WebSocket at the relay first', 'Codex 会先对中转站尝试 WebSocket'),
  why: text(
    'With openai_base_url Codex takes the relay for OpenAI itself: it first asks for a WebSocket at /v1/responses, and sends the ordinary request only when that is refused (426). A relay or proxy that lets it hang makes every start slow, or breaks it.',
    '使用 openai_base_url 时，Codex 把中转站当作 OpenAI 官方：先在 /v1/responses 请求 WebSocket，被拒绝（426）后才发送普通请求。如果中转站或代理让它一直等待，每次启动都会变慢，甚至失败。',
  ),
  seed: [8],
  async run(facts) {
    const tool = facts.tool('codex')
    if (tool === undefined) return skip(notAsked)
    if (!tool.usesRelay) return skip(notUsed)
    const found = await relayInBuiltIn(facts, tool)
    if (found === undefined) return ok()
    return warn({
      cause: text(
        `config.toml names the relay in ${setting}, so Codex tries a WebSocket before it sends the ordinary request.`,
        `config.toml 通过 ${setting} 指定中转站，因此 Codex 会先尝试 WebSocket，再发送普通请求。`,
      ),
      cure: text(
        'Name the relay in a provider of its own, with which Codex tries no WebSocket: save it as a profile and switch to it.',
        '请用单独的 provider 指定中转站（Codex 不会对它尝试 WebSocket）：保存为配置并切换即可。',
      ),
      evidence: [fact(`${setting} = "${found.url}"`, { tool: 'codex', file: found.file })],
      fixable: found.layer === 'user',
    })
  },
  fix: {
    about: text(
      'Writes the active profile again; without one, gives the relay a provider of its own in config.toml, with the same key.',
      '重新写入当前配置；没有配置时，在 config.toml 中为中转站添加单独的 provider，密钥不变。',
    ),
    async plan(facts) {
      const tool = facts.tool('codex')
      const found = tool === undefined ? undefined : await relayInBuiltIn(facts, tool)
      if (tool === undefined || found === undefined) return undefined
      return reapply([tool]) ?? files(await ownProvider(tool, found.url))
    },
  },
}

/** The relay's address where Codex's own provider has it; its maker's own servers do speak WebSocket. */
async function relayInBuiltIn(facts: Facts, tool: ToolFacts) {
  const baseUrl = (await facts.effective(tool)).find(({ name }) => name === 'baseUrl')
  const winner = baseUrl?.layers.find(({ wins }) => wins)
  if (winner?.setting !== setting || isMakers(winner.value)) return undefined
  return { url: winner.value, layer: winner.layer, file: winner.file }
}

const isMakers = (url: string): boolean => URL.canParse(url) && /(?:^|\.)(?:openai|chatgpt)\.com$/.test(new URL(url).hostname)

/** The built-in provider takes its key from auth.json; the new one does so too. */
async function ownProvider(tool: ToolFacts, url: string) {
  const taken = new Set(codexTables(tool).map(([id]) => id))
  const id = ['relay', 'relay-2', 'relay-3'].find((name) => !taken.has(name))
  if (id === undefined) return undefined
  const table = ['model_providers', id]
  return edited(fileOf(tool, 'config'), [
    setValue(['model_provider'], id),
    setValue([...table, 'name'], 'Relay'),
    setValue([...table, 'base_url'], url),
    setValue([...table, 'wire_api'], 'responses'),
    setValue([...table, 'requires_openai_auth'], true),
  ])
}
