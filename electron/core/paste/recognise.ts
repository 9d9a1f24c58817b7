import { LONGEST_PASTE, type Recognised } from '../../../shared/model/paste'
import { type LocalText, text } from '../../../shared/model/text'
import { readKey } from '../api-key'
import { readRelayUrl } from '../base-url'
import { maskKey } from '../mask-key'
import type { ToolAdapter } from '../tools/tool'
import { plain } from './plain'
import { emptyReading, hasFound, type Reading, type Recogniser } from './reading'
import { recognisers } from './recognisers'
import { hostRisks } from './risks'
import { protocolOf } from './vocabulary'

/** What a text holds, with the key apart: that stays where it was read. */
export interface Recognition {
  readonly found: Omit<Recognised, 'draft' | 'known' | 'sameRelay'>
  readonly key?: string
}

type Adapters = readonly ToolAdapter[]
type Problems = Recognised['problems'][number][]

const longestName = 80
const longestNote = 1000

/**
 * Recognises whatever was pasted or handed over. Pure; never throws; the text is hostile until a person has looked at the result, and nothing in it
 * is run, fetched or kept.
 */
export function recognise(pasted: string, adapters: Adapters): Recognition {
  const problems: Problems = []
  if (pasted.length > LONGEST_PASTE) {
    problems.push({
      field: 'text',
      message: text('The text is too long to be looked through.', '这段文字太长，无法识别。'),
      hint: text('Paste the part with the URL and the key.', '请只粘贴含有 URL 和密钥的部分。'),
    })
    return { found: outcome(emptyReading(), undefined, problems, adapters) }
  }
  const { clean, notices } = cleaned(pasted)
  for (const recogniser of recognisers) {
    const reading = recogniser.read(clean)
    if (reading === undefined) continue
    if (recogniser.link !== true && recogniser !== plain) complete(reading, clean)
    reading.notices.push(...notices)
    return decide(reading, recogniser, problems, adapters)
  }
  return { found: outcome(emptyReading(), undefined, problems, adapters) }
}

/** Without what no eye can see: control signs, direction marks and zero-width signs that could make a text look like another. */
function cleaned(pasted: string): { readonly clean: string; readonly notices: readonly LocalText[] } {
  const clean = pasted.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cf}\uFFFD]/gu, '')
  const hidden = clean.length < pasted.replace(/\r\n?/g, '\n').length
  const fenced = /^\s*```[\w-]*\n([\s\S]*?)\n?```\s*$/.exec(clean)?.[1] ?? clean
  return {
    // Long runs of blanks mean nothing, and would make patterns slow.
    clean: fenced
      .replace(/[^\S\n]{9,}/g, ' '.repeat(8))
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^[ \t]*[$>][ \t]+(?=\w)/gm, ''),
    notices: hidden ? [text('Removed characters that cannot be seen.', '去掉了看不见的字符。')] : [],
  }
}

/** What the settings did not say, the words around them may. */
function complete(reading: Reading, clean: string): void {
  if (reading.urls.length > 0 && reading.keys.length > 0) return
  const around = plain.read(clean)
  if (reading.urls.length === 0) reading.urls.push(...(around?.urls.filter((url) => /^https?:/i.test(url)) ?? []))
  if (reading.keys.length === 0) reading.keys.push(...(around?.keys.filter((key) => /^(?:sk|cr|AIza)/.test(key)) ?? []))
}

function decide(reading: Reading, recogniser: Recogniser, problems: Problems, adapters: Adapters): Recognition {
  const url = relayUrl(reading, problems)
  const key = apiKey(reading, problems)
  if (url !== undefined) reading.risks.push(...hostRisks(url, recogniser.link === true))
  const found = outcome(reading, recogniser, problems, adapters)
  return {
    found: {
      ...found,
      ...(url !== undefined && { url }),
      keyMasked: maskKey(key ?? ''),
    },
    ...(key !== undefined && { key }),
  }
}

function relayUrl(reading: Reading, problems: Problems): string | undefined {
  for (const pasted of reading.urls) {
    // Google's form carries its key in the address.
    const [, inQuery] = /[?&](?:key|api_key|apikey)=([^&#\s]+)/i.exec(pasted) ?? []
    if (inQuery !== undefined && reading.keys.length === 0 && !/^[$%{<]/.test(inQuery)) reading.keys.push(inQuery)
    const protocol = protocolOf(pasted)
    if (protocol !== undefined) reading.protocols.add(protocol)
  }
  const [first, ...others] = reading.urls
  if (first === undefined) return undefined
  const read = readRelayUrl(first.split(/[?#]/)[0] ?? first)
  if ('problem' in read) {
    problems.push({ field: 'url', ...read.problem })
    return undefined
  }
  reading.notices.push(...read.notes)
  const roots = new Set(
    others.map((url) => readRelayUrl(url)).flatMap((each) => ('root' in each && each.root !== read.root ? [each.root] : [])),
  )
  if (roots.size > 0) {
    const list = [...roots].slice(0, 5).join(', ')
    reading.notices.push(
      text(`There are more addresses; the first is taken. Left out: ${list}`, `还有其他地址，已取第一个。未使用：${list}`),
    )
  }
  return read.root
}

function apiKey(reading: Reading, problems: Problems): string | undefined {
  const usable = reading.keys.filter((key) => !/^(?:\$|%|\{|<|your|xxx|sk-x{3,}|PROXY_MANAGED)/i.test(key.trim()))
  const [first] = usable
  if (first === undefined) return undefined
  const read = readKey(first)
  if ('problem' in read) {
    problems.push({ field: 'key', ...read.problem })
    return undefined
  }
  if (new Set(usable.map((key) => key.trim())).size > 1)
    reading.notices.push(text('There are several keys; the first is taken.', '有多个密钥，已取第一个。'))
  return read.key
}

function outcome(reading: Reading, recogniser: Recogniser | undefined, problems: Problems, adapters: Adapters): Recognition['found'] {
  const models = fittingModels(reading, adapters)
  const known = (tool: string) => adapters.some(({ descriptor }) => descriptor.id === tool)
  const speaking = adapters.filter(({ descriptor }) => reading.protocols.has(descriptor.protocol)).map(({ descriptor }) => descriptor.id)
  const name = oneLine(reading.name, longestName)
  const website = webAddress(reading.website)
  const notes = oneLine(reading.notes, longestNote)
  const unknown = [...reading.tools].filter((tool) => !known(tool))
  if (unknown.length > 0) {
    const list = unknown.map((tool) => tool.slice(0, 40)).join(', ')
    reading.notices.push(
      text(`It was made for ${list}, which Switchyard does not write.`, `它是为 ${list} 准备的，Switchyard 不写入该工具。`),
    )
  }
  return {
    ...(recogniser !== undefined && hasFound(reading) && { source: recogniser.label }),
    link: recogniser?.link === true,
    keyMasked: '',
    problems,
    ...(name !== undefined && { name }),
    ...(website !== undefined && { website }),
    ...(notes !== undefined && { notes }),
    tools: [...new Set([...reading.tools].filter(known).concat(speaking))],
    protocols: [...reading.protocols],
    models,
    options: Object.fromEntries([...reading.options].filter(([tool]) => known(tool))),
    notices: reading.notices,
    risks: reading.risks,
  }
}

/** Models in slots that the tools really have; such without a tool go to the tools whose names they bear. */
function fittingModels(reading: Reading, adapters: Adapters): Record<string, Record<string, string>> {
  const fitting: Record<string, Record<string, string>> = {}
  for (const { descriptor, probe } of adapters) {
    const slots = descriptor.models.map(({ id }) => id)
    const own = Object.entries(reading.models.get(descriptor.id) ?? {}).filter(([slot, model]) => slots.includes(slot) && isModel(model))
    const target = { profileName: '', baseUrl: 'https://relay.invalid', key: 'key', models: {}, options: {}, extra: {} }
    const { likely } = probe(target)
    const loose = [...reading.looseModels].find((model) => isModel(model) && likely.test(model))
    const [main] = slots
    const all = { ...(loose !== undefined && main !== undefined && { [main]: loose }), ...Object.fromEntries(own) }
    if (Object.keys(all).length > 0) fitting[descriptor.id] = all
  }
  return fitting
}

const isModel = (model: string): boolean => model.length <= 200 && /^[\w./:@[\]+-]+$/.test(model)

function oneLine(value: string | undefined, longest: number): string | undefined {
  const line = value?.replace(/\s+/g, ' ').trim().slice(0, longest)
  return line === '' ? undefined : line
}

const webAddress = (value: string | undefined): string | undefined =>
  value !== undefined && value.length < 500 && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : undefined
