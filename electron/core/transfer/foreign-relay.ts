import type { PasteRisk } from '../../../shared/model/paste'
import type { ToolProfile } from '../../../shared/model/profile'
import { type LocalText, text } from '../../../shared/model/text'
import { readKey } from '../api-key'
import { readRelayUrl } from '../base-url'
import { takeDocument } from '../paste/json'
import { emptyReading, type Reading } from '../paste/reading'
import { dangerOf } from '../paste/risks'
import { meaningOf, toolOfApp } from '../paste/vocabulary'
import type { ToolAdapter } from '../tools/tool'
import type { ForeignEntry } from './foreign-profiles'
import { isObject, textOf } from './loose-values'

/** What an entry of another program comes to. */
export interface ForeignRelay {
  readonly name: string
  readonly url: string
  readonly key: string
  readonly endpoints: readonly string[]
  readonly website?: string
  readonly notes?: string
  readonly tools: readonly (readonly [string, ToolProfile])[]
  readonly notices: readonly LocalText[]
  readonly risks: readonly PasteRisk[]
}

interface Refused {
  readonly why: LocalText
}

/** CC-Switch's own proxy stands in the place of the relay, or of the key. */
const PROXIED = /PROXY_MANAGED|127\.0\.0\.1:15721/
/** Variables that are safe to take along: numbers and switches of the tool itself. */
const HARMLESS =
  /^(?:API_TIMEOUT_MS|MAX_THINKING_TOKENS|CLAUDE_CODE_MAX_OUTPUT_TOKENS|BASH_(?:DEFAULT|MAX)_TIMEOUT_MS|MCP_(?:TOOL_)?TIMEOUT|DISABLE_\w+)$/

/** Reads one entry: its relay and key, and what of its settings belongs into a profile; or why there is nothing to take. Pure. */
export function readForeign(entry: ForeignEntry, adapters: readonly ToolAdapter[]): ForeignRelay | Refused {
  const app = toolOfApp(entry.app)
  const fitting = adapters.filter(({ descriptor }) => app === '*' || descriptor.id === app)
  if (fitting.length === 0) return { why: text('Switchyard does not write this tool.', 'Switchyard 不写入该工具。') }
  if (!isObject(entry.settings)) return { why: text('its settings cannot be read.', '其设置无法读取。') }
  const login = text("it is the tool's own account, which stays as it is.", '它是工具自己的账号，保持原样。')
  if (entry.category === 'official' || hasLogin(entry.settings)) return { why: login }
  if (PROXIED.test(JSON.stringify(entry.settings)))
    return { why: text("it points to the other program's own proxy.", '它指向另一程序自己的代理。') }
  const reading = emptyReading()
  takeDocument(reading, ordered(entry.settings), app === '*' ? undefined : app)
  const [url, key] = [reading.urls[0], reading.keys[0]]
  if (url === undefined) return { why: login }
  const relay = readRelayUrl(url.split(/[?#]/)[0] ?? url)
  if ('problem' in relay) return { why: relay.problem.message }
  const read = readKey(key ?? '')
  if ('problem' in read) return { why: read.problem.message }
  return {
    name: plainName(entry.name) || new URL(relay.root).host,
    url: relay.root,
    key: read.key,
    endpoints: endpointsOf(entry),
    website: webAddress(entry.website),
    notes: textOf(entry.notes)?.slice(0, 2000),
    tools: fitting.map((adapter) => [adapter.descriptor.id, toolOf(adapter, reading, entry.settings)]),
    notices: noticesOf(entry, reading),
    risks: reading.risks,
  }
}

/** The login of an account, whose tokens are not copied. */
const hasLogin = ({ auth }: Readonly<Record<string, unknown>>): boolean => isObject(auth) && isObject(auth.tokens)

/** What is asked first counts first: the key file before the configuration; of variables and settings, what wins comes last. */
function ordered({ auth, config, env, modelCatalog: _, ...rest }: Readonly<Record<string, unknown>>): unknown {
  return { ...rest, ...(auth !== undefined && { auth }), ...(config !== undefined && { config }), ...(env !== undefined && { env }) }
}

function toolOf({ descriptor }: ToolAdapter, reading: Reading, settings: unknown): ToolProfile {
  const slots = descriptor.models.map(({ id }) => id)
  const models = Object.entries(reading.models.get(descriptor.id) ?? {}).filter(
    ([slot, model]) => slots.includes(slot) && /^[\w./:@[\]+-]{1,200}$/.test(model),
  )
  const extra = variablesOf(settings).filter(([name, value]) => HARMLESS.test(name) && /^(?:\d{1,9}|true|false)$/.test(value))
  return {
    enabled: true,
    models: Object.fromEntries(models),
    options: { ...reading.options.get(descriptor.id) },
    extra: Object.fromEntries(extra),
  }
}

const variablesOf = (settings: unknown): readonly (readonly [string, string])[] =>
  isObject(settings) && isObject(settings.env)
    ? Object.entries(settings.env).flatMap(([name, value]) =>
        ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)] as const] : [],
      )
    : []

function noticesOf({ settings, meta }: ForeignEntry, reading: Reading): readonly LocalText[] {
  const unknown = variablesOf(settings).flatMap(([name]) =>
    meaningOf(name) === undefined && dangerOf(name) === undefined && !HARMLESS.test(name) ? [name.slice(0, 60)] : [],
  )
  const list = unknown.slice(0, 12).join(', ')
  const format = textOf(meta.apiFormat)
  const translated = format !== undefined && !/^(?:anthropic|openai_responses|gemini\w*)$/.test(format)
  return [
    ...reading.notices,
    ...(list === '' ? [] : [text(`Left out, as a profile has no place for them: ${list}.`, `以下内容不属于配置，已忽略：${list}。`)]),
    ...(translated
      ? [
          text(
            `The other program translates for this relay (${format.slice(0, 40)}); Switchyard does not. Test it after the import.`,
            `另一程序会为该中转转换协议（${format.slice(0, 40)}），Switchyard 不会。导入后请测试。`,
          ),
        ]
      : []),
  ]
}

function endpointsOf({ endpoints, meta }: ForeignEntry): readonly string[] {
  const custom = isObject(meta.custom_endpoints) ? Object.keys(meta.custom_endpoints) : []
  return [...endpoints, ...custom].flatMap((url) => {
    const read = readRelayUrl(url)
    return 'root' in read ? [read.root] : []
  })
}

/** One line, without signs that no eye can see. */
const plainName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)

const webAddress = (value: string | undefined): string | undefined =>
  value !== undefined && value.length < 500 && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : undefined
