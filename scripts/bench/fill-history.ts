import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ENTRY_VERSION, entryFile, entryId, historyFolder } from '../../electron/core/files/journal'

/** Lays a history of this many entries, as a year of switching leaves it when the limit is raised. */
export function fillHistory(folder: string, entries: number): void {
  mkdirSync(historyFolder(folder), { recursive: true, mode: 0o700 })
  for (let seq = 1; seq <= entries; seq++) {
    const id = entryId(seq)
    const entry = {
      version: ENTRY_VERSION,
      id,
      seq,
      at: '2026-01-01T00:00:00.000Z',
      shell: 'terminal',
      action: 'switch',
      title: { en: 'Switched', zh: '切换' },
      tools: ['claude'],
      secrets: [],
      records: {},
      changes: [],
    }
    writeFileSync(entryFile(folder, id), JSON.stringify(entry), { mode: 0o600 })
  }
  writeFileSync(path.join(folder, 'state.json'), JSON.stringify({ version: 1, seq: entries, tools: {} }), { mode: 0o600 })
}
