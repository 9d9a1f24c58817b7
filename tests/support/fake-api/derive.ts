import type { Derivation, DerivedUrl } from '../../../shared/model/profile'
import { type LocalText, text } from '../../../shared/model/text'
import { fakeTools } from './descriptors'

const endings = ['/v1/chat/completions', '/v1/responses', '/v1/messages', '/v1beta/models', '/v1beta', '/v1/models', '/v1']
const suffix: Readonly<Record<string, string>> = { claude: '', codex: '/v1', gemini: '' }

/** A small likeness of the core's base-URL rules. */
export function fakeDerive(pasted: string, overrides: Readonly<Record<string, string | undefined>> = {}): Derivation {
  const notes: LocalText[] = []
  let root = pasted.trim()
  if (root !== '' && !root.includes('://')) {
    root = `https://${root}`
    notes.push(text('Added https:// in front.', '已在开头加上 https://。'))
  }
  if (!URL.canParse(root) || !/^https?:/.test(root)) {
    const problem = {
      message: text('This is not a web address.', '这不是网址。'),
      hint: text('Paste the relay’s URL, such as https://relay.example.', '请粘贴中转站的网址，例如 https://relay.example。'),
    }
    return { root: '', notes: [], problem, tools: {}, others: [] }
  }
  root = root.replace(/\/+$/, '')
  const ending = endings.find((candidate) => root.endsWith(candidate))
  if (ending) {
    root = root.slice(0, -ending.length)
    notes.push(text(`Took ${ending} off the end: each tool adds its own path.`, `已去掉末尾的 ${ending}：各工具会自己加路径。`))
  }
  const tools: Record<string, DerivedUrl> = {}
  for (const { descriptor } of fakeTools) {
    const override = overrides[descriptor.id]
    const tail = suffix[descriptor.id] ?? ''
    const added = tail ? [text(`Added ${tail}: ${descriptor.label} wants it.`, `已加上 ${tail}：${descriptor.label} 需要。`)] : []
    tools[descriptor.id] = { baseUrl: override || root + tail, overridden: Boolean(override), notes: override ? [] : added }
  }
  const others = [
    { id: 'openai-sdk', label: 'OpenAI SDK', baseUrl: `${root}/v1` },
    { id: 'cherry-anthropic', label: 'Cherry Studio (Anthropic)', baseUrl: `${root}/v1/messages` },
    { id: 'cherry-gemini', label: 'Cherry Studio (Gemini)', baseUrl: `${root}/v1beta/models` },
  ]
  return { root, notes, tools, others }
}

export const maskKey = (key: string) => (key.length < 12 ? '••••' : `${key.slice(0, 3)}…${key.slice(-4)}`)
