import { OFFICIAL_ID, type Profile } from '../../shared/model/profile'
import type { Host } from './host'
import { keyCommandOf } from './key-command'
import { planTool, readTool } from './plan-tool'
import type { Planned } from './planned'
import { readRecord, type ToolRecord } from './record'
import { targetOf } from './target'
import type { ToolAdapter } from './tools/tool'

/** What the tools are to be: a relay's profile, the built-in profile without a relay, or as if Switchyard had never been there. */
export type Goal = { readonly kind: 'relay'; readonly profile: Profile } | { readonly kind: 'official' } | { readonly kind: 'restore' }

/**
 * Reads the tools' files and decides what would change.
 * @throws {ProblemError} when a file cannot be read, parsed or safely changed
 */
export async function planGoal(host: Host, goal: Goal, adapters: readonly ToolAdapter[]): Promise<Planned> {
  const record = readRecord(host)
  // Once: each look reads the settings anew.
  const { dataFolder, place } = host
  const tools = await Promise.all(
    adapters.map(async (adapter) => {
      const target = goal.kind === 'relay' ? targetOf(adapter, goal.profile, keyCommandOf({ dataFolder, place }, goal.profile.id)) : null
      return planTool(await readTool(adapter, place, record), place, target)
    }),
  )
  const next: Record<string, ToolRecord> = { ...record.tools }
  for (const { adapter, key, records } of tools) {
    if (goal.kind === 'restore' && Object.keys(records).length === 0) delete next[key]
    else next[key] = { tool: adapter.descriptor.id, ...nameOf(goal), files: records }
  }
  return { tools, record, next: { ...record, seq: record.seq + 1, tools: next } }
}

const nameOf = (goal: Goal): Pick<ToolRecord, 'profileId' | 'profileName'> =>
  goal.kind === 'relay'
    ? { profileId: goal.profile.id, profileName: goal.profile.name }
    : { profileId: OFFICIAL_ID, profileName: 'Official' }
