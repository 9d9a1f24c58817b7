import type { ProfileConnection } from '../../shared/model/probe'
import type { ProfileView } from '../../shared/model/profile'
import type { ToolDescriptor } from '../../shared/model/tool'
import { isOf, missingProtocol } from '../core/connection/missing-protocol'

export type TrayTool = Pick<ToolDescriptor, 'id' | 'label' | 'protocol'>

/** The tools that a switch to the profile would point at a relay which, by the last test, does not speak their protocol. Pure. */
export function toolsWithoutProtocol(
  { id, tools: served, relay }: ProfileView,
  tools: readonly TrayTool[],
  connections: readonly ProfileConnection[],
): readonly TrayTool[] {
  const known = connections.find(({ profileId }) => profileId === id)
  if (known === undefined || !isOf(relay, known)) return []
  return tools.filter((tool) => served[tool.id]?.enabled === true && missingProtocol(tool, known) !== undefined)
}
