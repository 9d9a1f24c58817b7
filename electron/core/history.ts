import { readdirSync } from 'node:fs'
import type { HistoryEntry } from '../../shared/model/switch'
import { fileDiffs } from './diff-text'
import { unlinkIfThere } from './files/disk'
import { type Entry, entryFile, entryId, historyFolder, readEntry } from './files/journal'
import type { DataFolder } from './host'
import { systemCode } from './problem'

/** Ids of all entries, newest first. */
export function historyIds(folder: string): string[] {
  try {
    return readdirSync(historyFolder(folder))
      .filter((name) => /^\d+\.json$/.test(name))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
      .reverse()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** The newest entries, whole. Entries that cannot be read are passed over. */
export function readEntries({ dataFolder, vault }: DataFolder, limit: number, before?: string): Entry[] {
  const entries: Entry[] = []
  for (const id of historyIds(dataFolder)) {
    if (entries.length === limit) break
    if (before !== undefined && id >= before) continue
    const entry = readEntry(entryFile(dataFolder, id), vault)
    if (entry !== undefined && entry !== 'torn') entries.push(entry)
  }
  return entries
}

/** Entries as shells show them: diffs with masked keys, and which were undone. `undoers` are all entries that may have undone one of them. */
export function showEntries(entries: readonly Entry[], undoers: readonly Entry[]): HistoryEntry[] {
  const undone = undoneIn(undoers)
  return entries.map(({ id, at, shell, action, title, tools, records, changes, secrets }) => {
    const undoneBy = undone.get(id)
    return {
      id,
      at,
      shell,
      action,
      title,
      tools,
      profileIds: [...new Set(Object.values(records).flatMap(({ after }) => after?.profileId ?? []))],
      files: fileDiffs(changes, secrets),
      ...(undoneBy === undefined ? {} : { undoneBy }),
    }
  })
}

/** Which entry undid which. An undo that was itself undone does not count. */
export function undoneIn(entries: readonly Entry[]): Map<string, string> {
  const undone = new Map<string, string>()
  for (const entry of entries.toSorted((a, b) => b.seq - a.seq)) {
    if (entry.undoes !== undefined && !undone.has(entry.id)) undone.set(entry.undoes, entry.id)
  }
  return undone
}

/** Drops the entry that falls out of the limit. One entry comes per transaction, so one goes. */
export function pruneAfter(folder: string, seq: number, limit: number): void {
  if (seq > limit) unlinkIfThere(entryFile(folder, entryId(seq - limit)))
}

/** Drops all entries beyond a limit that was lowered. */
export function pruneTo(folder: string, limit: number): void {
  for (const id of historyIds(folder).slice(limit)) unlinkIfThere(entryFile(folder, id))
}
