import type { PasteRisk } from '../../../shared/model/paste'
import type { Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { dangerOf, hostRisks } from '../paste/risks'

/** What speaks against a profile that someone else may have made. Its hosts count as a link's: a relay at home needs a yes. Pure. */
export function risksOf({ relay, tools }: Pick<Profile, 'relay' | 'tools'>): readonly PasteRisk[] {
  const overrides = Object.values(tools).flatMap(({ baseUrl }) => (baseUrl === undefined || !URL.canParse(baseUrl) ? [] : [baseUrl]))
  const hosts = [relay.url, ...(relay.endpoints ?? []), ...overrides].flatMap((url) => hostRisks(url, true))
  const names = Object.values(tools).flatMap(({ extra }) => Object.keys(extra))
  return distinct([...hosts, ...names.flatMap(settingRisk)])
}

/** A dotted name is as dangerous as each of its parts. */
function settingRisk(name: string): readonly PasteRisk[] {
  const danger = [name, ...name.split('.')].map(dangerOf).find((found) => found !== undefined)
  if (danger === undefined) return []
  return [
    {
      id: danger,
      message:
        danger === 'env-runs-code'
          ? text(
              `It sets ${name}, which can run foreign code or divert your traffic.`,
              `其中设置了 ${name}，可能运行外部代码或改变流量去向。`,
            )
          : text(`It sets "${name}", which can run a command.`, `其中设置了“${name}”，可能运行命令。`),
      evidence: name,
      consent: true,
    },
  ]
}

/** Each once. */
export const distinct = (risks: readonly PasteRisk[]): readonly PasteRisk[] => [
  ...new Map(risks.map((risk) => [`${risk.id} ${risk.evidence}`, risk])).values(),
]
