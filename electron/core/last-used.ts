import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { entryFile } from './files/journal'
import { withLock } from './files/lock'
import { historyIds } from './history'
import { plainJsonStore } from './json-store'
import { systemCode } from './problem'
import { lockFile } from './transact'

const VERSION = 1
/** Entries that are read at a time: between them others get their turn. */
const AT_ONCE = 64

/** Fewer new entries than this are read again the next time, rather than written down for. */
const WORTH_KEEPING = 20

/** When each profile was last written into a tool (ISO 8601, UTC), as far as the entry `upTo`. */
interface Known {
  readonly version: typeof VERSION
  readonly upTo: string
  readonly at: Readonly<Record<string, string>>
}

const storeIn = (dataFolder: string) => plainJsonStore(path.join(dataFolder, 'last-used.json'))
const nothing: Known = { version: VERSION, upTo: '', at: {} }

/**
 * When each profile was last written into a tool, by its id. The whole history counts, but it is read once: what was found is kept, so that the
 * next time reads what came since.
 */
export async function lastUsed(dataFolder: string): Promise<Readonly<Record<string, string>>> {
  const ids = historyIds(dataFolder)
  const newest = ids[0] ?? ''
  const kept = readKnown(dataFolder)
  // A history that ends before what is known was put back from a copy: its numbers mean something else now.
  const known = kept.upTo > newest && newest !== '' ? nothing : kept
  const fresh = ids.filter((id) => id > known.upTo).reverse()
  if (fresh.length === 0) return known.at
  const at = { ...known.at }
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const uses = await Promise.all(fresh.slice(from, from + AT_ONCE).map((id) => usesIn(entryFile(dataFolder, id))))
    for (const { profileIds, at: when } of uses.flat()) for (const id of profileIds) at[id] = when
  }
  if (fresh.length >= WORTH_KEEPING)
    await withLock(lockFile(dataFolder), async () => storeIn(dataFolder).write({ version: VERSION, upTo: newest, at } satisfies Known))
  return at
}

/** What is damaged or of another version counts as nothing known: the history tells it again. */
function readKnown(dataFolder: string): Known {
  try {
    const stored = storeIn(dataFolder).read()
    return isKnown(stored) ? stored : nothing
  } catch (error) {
    if (error instanceof SyntaxError) return nothing
    throw error
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isKnown = (value: unknown): value is Known =>
  isObject(value) &&
  value.version === VERSION &&
  typeof value.upTo === 'string' &&
  isObject(value.at) &&
  Object.values(value.at).every((at) => typeof at === 'string')

interface Use {
  readonly at: string
  readonly profileIds: readonly string[]
}

/** The profiles that an entry put in force. Only what is not sealed is looked at, so nothing is unlocked; an entry that cannot be read tells nothing. */
async function usesIn(file: string): Promise<readonly Use[]> {
  try {
    const lines = (await readFile(file, 'utf8')).trimEnd()
    const entry: unknown = JSON.parse(lines.slice(lines.lastIndexOf('\n') + 1))
    if (!isObject(entry) || typeof entry.at !== 'string' || !isObject(entry.records)) return []
    const profileIds = Object.values(entry.records).flatMap((record) =>
      isObject(record) && isObject(record.after) && typeof record.after.profileId === 'string' ? [record.after.profileId] : [],
    )
    return [{ at: entry.at, profileIds }]
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return []
    throw error
  }
}
