import { statSync } from 'node:fs'
import { pathsOf } from '../../tools/paths'
import type { Place } from '../../tools/tool'
import { tried } from './tried'

/** Another program that writes the same files. */
export interface OtherSwitcher {
  readonly name: string
  readonly folder: string
  /** When it last wrote its own state, in ms since the epoch. */
  readonly lastUsed: number
}

/** Folder of each one, and the file that it writes when it switches. */
const known: readonly { readonly name: string; readonly parts: readonly string[]; readonly state: readonly string[] }[] = [
  { name: 'CC-Switch', parts: ['.cc-switch'], state: ['cc-switch.db', 'config.json', 'settings.json'] },
  { name: 'claude-code-router', parts: ['.claude-code-router'], state: ['config.json', '.claude-code-router.pid'] },
  { name: 'ccs', parts: ['.ccs'], state: ['config.json', 'config.yaml'] },
]

export async function otherSwitchers(place: Place): Promise<readonly OtherSwitcher[]> {
  const { join } = pathsOf(place)
  return known.flatMap(({ name, parts, state }) => {
    const folder = join(place.home, ...parts)
    const times = state.flatMap((file) => tried(() => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs) ?? [])
    return times.length === 0 ? [] : [{ name, folder, lastUsed: Math.max(...times) }]
  })
}
