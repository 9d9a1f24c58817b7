import { OFFICIAL_ID, type Profile } from '../../shared/model/profile'
import type { Host } from './host'
import { keyCommandOf } from './key-command'
import { planTool, readTool, type ToolReading } from './plan-tool'
import type { Planned } from './planned'
import { readRecord, type StateRecord, type ToolRecord } from './record'
import { targetOf } from './target'
import type { Place, ToolAdapter } from './tools/tool'

/** What the tools are to be: a relay's profile, the built-in profile without a relay, or as if Switchyard had never been there. */
export type Goal = { readonly kind: 'relay'; readonly profile: Profile } | { readonly kind: 'official' } | { readonly kind: 'restore' }

/** All that a plan rests on. */
export interface Gathered {
  readonly goal: Goal
  readonly dataFolder: string
  readonly place: Place
  readonly record: StateRecord
  readonly readings: readonly ToolReading[]
}

/**
 * Reads the tools' files and decides what would change.
 * @throws {ProblemError} when a file cannot be read, parsed or safely changed
 */
export const planGoal = async (host: Host, goal: Goal, adapters: readonly ToolAdapter[]): Promise<Planned> =>
  decide(await gather(host, goal, adapters))

/** @throws {ProblemError} when a file cannot be read */
export async function gather(host: Host, goal: Goal, adapters: readonly ToolAdapter[]): Promise<Gathered> {
  const record = readRecord(host)
  // Once: each look reads the settings anew.
  const { dataFolder, place } = host
  return { goal, dataFolder, place, record, readings: await Promise.all(adapters.map((adapter) => readTool(adapter, place, record))) }
}

/** @throws {ProblemError} when a file cannot be parsed or safely changed */
export function decide({ goal, dataFolder, place, record, readings }: Gathered): Planned {
  const profile = goal.kind === 'relay' ? goal.profile : undefined
  const command = profile && keyCommandOf({ dataFolder, place }, profile.id)
  const tools = readings.map((reading) => planTool(reading, place, profile ? targetOf(reading.adapter, profile, command) : null))
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
