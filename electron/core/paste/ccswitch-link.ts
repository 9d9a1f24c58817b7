import { text } from '../../../shared/model/text'
import { base64OrPlain } from './base64'
import { parseLoosely, takeDocument } from './json'
import { findLink, type Link } from './link'
import { emptyReading, type Reading, type Recogniser, setModel } from './reading'
import { runsCode } from './risks'
import { readTomlText } from './toml'
import { toolOfApp } from './vocabulary'

const roles = { haikuModel: 'haiku', sonnetModel: 'sonnet', opusModel: 'opus' } as const

/**
 * `ccswitch://v1/import?resource=provider&…` as CC-Switch 3.20 reads it and as New API, Sub2API and others send it. What the link says itself
 * goes before what its `config` holds. `enabled=true` never switches: here a person does.
 */
export const ccswitchLink: Recogniser = {
  id: 'ccswitch',
  label: text('CC-Switch link', 'CC-Switch 链接'),
  link: true,
  read(pasted) {
    const link = findLink(pasted, 'ccswitch')
    if (link === undefined) return undefined
    const reading = emptyReading()
    const resource = link.get('resource') ?? (/^v1\/import$/.test(link.target) ? 'provider' : 'unknown')
    if (resource !== 'provider') {
      reading.notices.push(
        text(
          'This link does not bring a provider (it is for prompts, skills or MCP servers), so there is nothing to take.',
          '该链接不是供应商链接（而是提示词、技能或 MCP），没有可导入的内容。',
        ),
      )
      return reading
    }
    const app = toolOfApp(link.get('app') ?? '')
    if (app !== '') reading.tools.add(app)
    takeParameters(reading, link, app)
    takeConfig(reading, link)
    takeUsage(reading, link)
    return reading
  },
}

function takeParameters(reading: Reading, link: Link, app: string): void {
  reading.urls.push(
    ...(link.get('endpoint') ?? '')
      .split(',')
      .map((url) => url.trim())
      .filter(Boolean),
  )
  const key = link.get('apiKey')
  if (key !== undefined) reading.keys.push(key)
  reading.name = link.get('name')
  reading.website = link.get('homepage')
  reading.notes = link.get('notes')
  const model = link.get('model')
  if (model !== undefined && app !== '') setModel(reading, app, 'main', model)
  for (const [parameter, slot] of Object.entries(roles)) setModel(reading, 'claude', slot, (app === 'claude' && link.get(parameter)) || '')
  if (link.get('enabled') === 'true')
    reading.notices.push(text('The link asks to switch at once. Switchyard waits for you.', '该链接要求立即切换。Switchyard 会等您确认。'))
  if (link.get('configUrl') !== undefined)
    reading.notices.push(text('The link names a remote configuration; it is not fetched.', '该链接指向远程配置，Switchyard 不会去下载。'))
}

function takeConfig(reading: Reading, link: Link): void {
  const code = link.get('config')
  if (code === undefined) return
  const config = base64OrPlain(code)
  const document = link.get('configFormat') === 'toml' ? undefined : parseLoosely(config)
  const inner = emptyReading()
  if (document !== undefined) takeDocument(inner, document, [...reading.tools][0])
  else readTomlText(inner, config)
  if (inner.urls.length + inner.keys.length + inner.models.size === 0 && document === undefined)
    reading.notices.push(text('The configuration inside the link cannot be read; it is left out.', '链接内的配置无法读取，已忽略。'))
  merge(reading, inner)
}

/** The link's own parameters win over what lies in its configuration. */
function merge(reading: Reading, inner: Reading): void {
  if (reading.urls.length === 0) reading.urls.push(...inner.urls)
  if (reading.keys.length === 0) reading.keys.push(...inner.keys)
  for (const [tool, models] of inner.models) reading.models.set(tool, { ...models, ...reading.models.get(tool) })
  for (const model of inner.looseModels) reading.looseModels.add(model)
  for (const [tool, options] of inner.options) reading.options.set(tool, options)
  reading.name ??= inner.name
  reading.notices.push(...inner.notices)
  for (const risk of inner.risks) if (!reading.risks.some(({ evidence }) => evidence === risk.evidence)) reading.risks.push(risk)
}

function takeUsage(reading: Reading, link: Link): void {
  if (link.get('usageScript') !== undefined) runsCode(reading, 'usageScript')
}
