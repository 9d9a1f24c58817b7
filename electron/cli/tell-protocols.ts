import { type ProtocolSupport, protocolNames } from '../../shared/model/probe'
import { text } from '../../shared/model/text'
import type { Protocol } from '../../shared/model/tool'
import type { Ui } from './ui'

/** Which protocols a relay was found to speak and when, one per line; empty where nothing is known. */
export function tellProtocols(ui: Ui, protocols: ProtocolSupport): readonly string[] {
  return (Object.keys(protocolNames) as Protocol[]).flatMap((protocol) => {
    const found = protocols[protocol]
    if (found === undefined) return []
    const day = found.at.slice(0, 10)
    const words = found.speaks
      ? text(`spoken (tested ${day})`, `支持（测试于 ${day}）`)
      : text(`not spoken (tested ${day})`, `不支持（测试于 ${day}）`)
    return [`  ${found.speaks ? '✓' : '✗'} ${protocolNames[protocol]}: ${ui.say(words)}`]
  })
}
