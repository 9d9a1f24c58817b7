import { text } from '../../../shared/model/text'
import { base64OrPlain } from './base64'
import { parseLoosely, takeDocument } from './json'
import { findLink } from './link'
import { emptyReading, type Recogniser, setModel } from './reading'
import { runsCode } from './risks'
import { toolOfApp } from './vocabulary'

const types: Readonly<Record<string, string>> = { anthropic: 'claude', gemini: 'gemini' }

/** `cherrystudio://providers/api-keys?v=1&data=<base64 of JSON>`; its own reader takes `_` for `+` and `-` for `/`, so both spellings are tried. */
export const cherryLink: Recogniser = {
  id: 'cherrystudio',
  label: text('Cherry Studio link', 'Cherry Studio 链接'),
  link: true,
  read(pasted) {
    const link = findLink(pasted, 'cherrystudio')
    if (link === undefined) return undefined
    const reading = emptyReading()
    const data = link.get('data') ?? ''
    const swapped = data.replaceAll('_', '+').replaceAll('-', '/')
    const document = [data, swapped].map((code) => parseLoosely(base64OrPlain(code))).find((found) => found !== undefined)
    takeDocument(reading, document)
    const { type } = (document ?? {}) as { readonly type?: unknown }
    const tool = typeof type === 'string' ? types[type] : undefined
    if (tool !== undefined) reading.tools.add(tool)
    return reading
  },
}

const protocols = {
  openai_chat_completions: 'openai-chat',
  openai_responses: 'openai-responses',
  anthropic_messages: 'anthropic',
  gemini_generate_content: 'gemini',
} as const

/** `ccr://provider?name=&base_url=&api_key=&protocol=&models=` of Claude Code Router. */
export const ccrLink: Recogniser = {
  id: 'ccr',
  label: text('Claude Code Router link', 'Claude Code Router 链接'),
  link: true,
  read(pasted) {
    const link = findLink(pasted, 'ccr')
    if (link === undefined) return undefined
    const reading = emptyReading()
    const payload = link.get('payload')
    if (payload !== undefined) takeDocument(reading, parseLoosely(base64OrPlain(payload)))
    reading.urls.unshift(...[link.get('base_url')].filter((url) => url !== undefined))
    reading.keys.unshift(...[link.get('api_key')].filter((key) => key !== undefined))
    reading.name = link.get('name') ?? reading.name
    const protocol = Object.entries(protocols).find(([id]) => id === link.get('protocol'))?.[1]
    if (protocol !== undefined) reading.protocols.add(protocol)
    for (const model of (link.get('models') ?? '').split(/[,\s]+/).filter(Boolean)) reading.looseModels.add(model)
    if (link.get('manifest') !== undefined)
      reading.notices.push(text('The link names a remote configuration; it is not fetched.', '该链接指向远程配置，Switchyard 不会去下载。'))
    if (link.others([]).some((name) => name.startsWith('usage_'))) runsCode(reading, 'usage_script')
    return reading
  },
}

/** Our own: `switchyard://v1/import?url=&key=&name=&tools=a,b&model=&website=&notes=`. `model.<tool>` or `model.<tool>.<slot>` names one tool's. */
export const switchyardLink: Recogniser = {
  id: 'switchyard',
  label: text('Switchyard link', 'Switchyard 链接'),
  link: true,
  read(pasted) {
    const link = findLink(pasted, 'switchyard')
    if (link === undefined) return undefined
    const reading = emptyReading()
    reading.urls.push(...[link.get('url', 'endpoint', 'base_url')].filter((url) => url !== undefined))
    reading.keys.push(...[link.get('key', 'apiKey', 'api_key')].filter((key) => key !== undefined))
    reading.name = link.get('name')
    reading.website = link.get('website', 'homepage')
    reading.notes = link.get('notes')
    for (const tool of (link.get('tools', 'app') ?? '').split(',').filter(Boolean)) reading.tools.add(toolOfApp(tool))
    const model = link.get('model')
    if (model !== undefined) reading.looseModels.add(model)
    for (const parameter of link.others([])) {
      const [, tool, slot = 'main'] = /^model\.(\w+)(?:\.(\w+))?$/.exec(parameter) ?? []
      if (tool !== undefined) setModel(reading, tool, slot, link.get(parameter) ?? '')
    }
    return reading
  },
}

const elsewhere = /\b(?:chatbox|deepchat|aionui|opencat|ama|ai-provider):(?:\/\/)?\S*/i

/** Links of further programs that carry their provider as JSON in base64: whatever they name their parameter. */
export const anyLink: Recogniser = {
  id: 'other-link',
  label: text('Provider link', '供应商链接'),
  link: true,
  read(pasted) {
    const found = elsewhere.exec(pasted)?.[0]
    if (found === undefined) return undefined
    const reading = emptyReading()
    const query = new URLSearchParams(found.split('?')[1] ?? '')
    takeDocument(reading, Object.fromEntries(query))
    for (const code of [...query.values(), found.split(':').at(-1) ?? '']) takeDocument(reading, parseLoosely(base64OrPlain(code)))
    return reading
  },
}
