import type { ProfileConnection } from '../../../shared/model/probe'
import type { Profile } from '../../../shared/model/profile'
import type { Notice } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { ToolDescriptor } from '../../../shared/model/tool'

/** Whether what is remembered was found at this relay, and not at another one that the profile named before. Pure. */
export const isOf = ({ url, endpoints = [] }: Pick<Profile['relay'], 'url' | 'endpoints'>, known: ProfileConnection): boolean =>
  known.url === undefined || known.url === url || endpoints.includes(known.url)

/** Says before a switch that a tool's protocol was found missing at the relay. Pure. */
export function missingProtocol(
  { id, label, protocol }: Pick<ToolDescriptor, 'id' | 'label' | 'protocol'>,
  known: ProfileConnection | undefined,
): Notice | undefined {
  const support = known?.protocols[protocol]
  if (support === undefined || support.speaks) return undefined
  const day = support.at.slice(0, 10)
  return {
    id: `${id}-protocol-missing`,
    severity: 'warn',
    message: text(
      `On ${day} this relay did not speak the protocol that ${label} needs.`,
      `${day} 测试时，该中转站不支持 ${label} 所需的协议。`,
    ),
    cure: text(`Test the connection again, or leave ${label} out of the switch.`, `请重新测试连接，或在切换时不选 ${label}。`),
  }
}
