import { type EndpointReport, fastestOf } from '../../shared/model/probe'
import { type LocalText, text } from '../../shared/model/text'
import type { Core } from '../core/core'
import type { Call } from './call'
import { columns } from './columns'
import { plain } from './paint'
import type { Ui } from './ui'

/** Tries the endpoints of profiles without tokens; with `--fastest` makes the fastest the profile's URL. Exit code 1 where none can be used. */
export async function testEndpoints({ args, ui }: Call, core: Core, profiles: readonly { readonly id: string; readonly name: string }[]) {
  const cancel = () => void core.api['connection.cancel']({})
  process.once('SIGINT', cancel)
  try {
    const found: { profile: string; endpoints: readonly EndpointReport[]; fastest?: string; taken: boolean }[] = []
    for (const { id, name } of profiles) {
      const { endpoints } = await core.api['connection.endpoints']({ profileId: id })
      const fastest = fastestOf(endpoints)?.url
      const taken = args.flag('fastest') && fastest !== undefined && fastest !== endpoints[0]?.url
      if (taken) await core.api['connection.takeEndpoint']({ profileId: id, url: fastest })
      found.push({ profile: name, endpoints, fastest, taken })
      if (!ui.json) ui.out(`${tell(ui, name, endpoints, fastest, taken)}\n`)
    }
    ui.result({ profiles: found }, () => '')
    return found.some(({ fastest }) => fastest === undefined) ? 1 : 0
  } finally {
    process.off('SIGINT', cancel)
  }
}

function tell(ui: Ui, name: string, endpoints: readonly EndpointReport[], fastest: string | undefined, taken: boolean): string {
  const rows = endpoints.map(({ url, latencyMs, verdict }, at) => [
    `  ${url === fastest ? '✓' : ' '} ${plain(url)}`,
    latencyMs === undefined ? '–' : `${Math.round(latencyMs)} ms`,
    latencyMs === undefined ? ui.say(verdict.cause) : at === 0 ? ui.say(text('in the profile', '配置中使用')) : '',
  ])
  const next = nextStep(name, endpoints, fastest, taken)
  return [ui.paint.bold(plain(name)), columns(rows), ...(next ? [`  ${ui.say(next)}`] : [])].join('\n')
}

function nextStep(name: string, endpoints: readonly EndpointReport[], fastest: string | undefined, taken: boolean): LocalText | undefined {
  if (taken)
    return text(
      `"${name}" now has ${fastest}. Write it into the tools with: switchyard use "${name}"`,
      `“${name}”现在使用 ${fastest}。写入工具：switchyard use "${name}"`,
    )
  if (endpoints.length === 1)
    return text(
      'There is no further endpoint. Add one with: switchyard edit NAME --endpoint URL',
      '没有备用地址。可添加：switchyard edit 名称 --endpoint 地址',
    )
  if (fastest === undefined || fastest === endpoints[0]?.url) return undefined
  return text(
    'Take the fastest with: switchyard test NAME --endpoints --fastest',
    '使用最快的地址：switchyard test 名称 --endpoints --fastest',
  )
}
