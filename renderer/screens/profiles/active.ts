import { OFFICIAL_ID, type ProfileView } from '../../../shared/model/profile'
import type { ToolStatus } from '../../../shared/model/switch'

/** True when the tool's files name this profile, even if they need a look. */
export const isActive = (profile: ProfileView, tool: string, status: readonly ToolStatus[]): boolean =>
  status.some(
    (one) =>
      one.tool === tool &&
      (one.state === 'official' ? profile.id === OFFICIAL_ID : one.profileId === profile.id && one.state !== 'foreign'),
  )

/** The tools that a profile is for. */
export const toolsOf = (profile: ProfileView, tools: readonly string[]): readonly string[] =>
  profile.kind === 'official' ? tools : tools.filter((tool) => profile.tools[tool]?.enabled)

/** True when a switch to the profile would have nothing to do. */
export function isFullyActive(profile: ProfileView, tools: readonly string[], status: readonly ToolStatus[]): boolean {
  const own = toolsOf(profile, tools)
  return (
    own.length > 0 &&
    own.every(
      (tool) =>
        isActive(profile, tool, status) && status.some((one) => one.tool === tool && (one.state === 'in-sync' || one.state === 'official')),
    )
  )
}
