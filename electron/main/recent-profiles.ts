import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { OFFICIAL_ID } from '../../shared/model/profile'
import type { ToolStatus } from '../../shared/model/switch'

/** More are remembered than shown: some are active now, and some may be gone. */
const MOST_REMEMBERED = 20

/** The list after a change of what the tools use: what is active now is newest. Ids of profiles, newest first. */
export function withActive(recent: readonly string[], status: readonly ToolStatus[]): readonly string[] {
  const active = status.flatMap(({ profileId }) => (profileId === undefined || profileId === OFFICIAL_ID ? [] : [profileId]))
  const next = [...new Set([...active, ...recent])].slice(0, MOST_REMEMBERED)
  return next.length === recent.length && next.every((id, at) => id === recent[at]) ? recent : next
}

/** An empty list when there is none or the file makes no sense: an order in a menu is no reason to stop. */
export function readRecent(file: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string').slice(0, MOST_REMEMBERED) : []
  } catch {
    return []
  }
}

/** @throws {Error} when the file cannot be written */
export function writeRecent(file: string, recent: readonly string[]): void {
  const next = `${file}.next`
  writeFileSync(next, `${JSON.stringify(recent)}\n`, { mode: 0o600 })
  renameSync(next, file)
}
