import { parse, TomlError } from 'smol-toml'
import { text } from '../../../shared/model/text'
import { emptyReading, hasFound, type Reading, type Recogniser, setModel } from './reading'
import { runsCode } from './risks'
import { take } from './vocabulary'

type Table = Readonly<Record<string, unknown>>

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)
const line = /^\s*(?:\[{1,2}[^\]]+\]{1,2}|[\w."-]+\s*=\s*(?:["'{[].*|true|false|-?\d[\w.:-]*))\s*(?:#.*)?$/

/** A document, or the lines of a text that can be one. */
function parseLoosely(pasted: string): Table | undefined {
  const lines = pasted.split(/\r?\n/).filter((each) => line.test(each))
  for (const candidate of [pasted, lines.join('\n')]) {
    try {
      return parse(candidate)
    } catch (error) {
      // Not a whole document: it is tried without the words around it.
      if (!(error instanceof TomlError)) throw error
    }
  }
  return undefined
}

/** Reads a Codex `config.toml`, whole or in part. */
export function readTomlText(reading: Reading, pasted: string): void {
  const document = parseLoosely(pasted)
  if (document === undefined) return
  const providers = isTable(document.model_providers) ? document.model_providers : {}
  const wanted = providers[textOf(document.model_provider) ?? '']
  const provider = isTable(wanted) ? wanted : Object.values(providers).find(isTable)
  if (provider !== undefined || document.wire_api !== undefined) takeProvider(reading, provider ?? document)
  for (const [name, value] of Object.entries(document)) {
    if (name === 'model' && provider !== undefined) setModel(reading, 'codex', 'main', textOf(value) ?? '')
    else if (typeof value === 'string') take(reading, name, value)
    else runsCode(reading, name)
    if (isTable(value) && name !== 'model_providers') for (const [inner, member] of Object.entries(value)) takeInner(reading, inner, member)
  }
}

function takeProvider(reading: Reading, provider: Table): void {
  reading.tools.add('codex')
  if (provider.wire_api === 'responses') reading.protocols.add('openai-responses')
  if (provider.wire_api === 'chat') reading.protocols.add('openai-chat')
  reading.name ??= textOf(provider.name)
  for (const name of ['base_url', 'experimental_bearer_token']) take(reading, name, textOf(provider[name]) ?? '')
  const headers = isTable(provider.http_headers) ? provider.http_headers : {}
  for (const [name, value] of Object.entries(headers))
    if (/^(?:authorization|x-api-key)$/i.test(name)) take(reading, name, textOf(value) ?? '')
  if (isTable(provider.auth)) runsCode(reading, 'command')
  const variable = textOf(provider.env_key)
  if (variable !== undefined && reading.keys.length === 0)
    reading.notices.push(
      text(
        `It takes the key from the variable ${variable.slice(0, 80)}. Paste the key itself as well.`,
        `密钥来自变量 ${variable.slice(0, 80)}，请同时粘贴密钥本身。`,
      ),
    )
}

function takeInner(reading: Reading, name: string, value: unknown): void {
  if (typeof value === 'string') take(reading, name, value)
  else if (isTable(value)) for (const [inner, member] of Object.entries(value)) takeInner(reading, inner, member)
}

export const toml: Recogniser = {
  id: 'toml',
  label: text('TOML settings', 'TOML 配置'),
  read(pasted) {
    const isToml = /^\s*\[{1,2}[A-Za-z_][\w."-]*\]{1,2}\s*(?:#.*)?$/m.test(pasted) || /^\s*[a-z_]+\s*=\s*["']/m.test(pasted)
    if (!isToml) return undefined
    const reading = emptyReading()
    readTomlText(reading, pasted)
    return hasFound(reading) ? reading : undefined
  },
}
