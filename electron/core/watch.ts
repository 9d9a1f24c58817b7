import { existsSync, watch as watchFs } from 'node:fs'
import path from 'node:path'
import type { Host } from './host'
import type { ToolAdapter } from './tools/tool'

/** Writers change several files in a row: one look after this long, in milliseconds, is enough. */
const SETTLE = 120

/**
 * Calls back when a file that matters changes: the data folder's own or a tool's. Folders are watched, not files, because atomic writes replace
 * files. Nothing runs while nothing happens.
 * @returns the function that ends it
 */
export function watchFiles(host: Host, adapters: readonly ToolAdapter[], changed: () => void): () => void {
  const wanted = new Map<string, Set<string>>()
  const files = [
    host.profiles.path,
    host.settings.path,
    path.join(host.dataFolder, 'state.json'),
    ...adapters.flatMap((adapter) => adapter.locate(host.place).map((file) => file.path)),
  ]
  for (const file of files) {
    const folder = path.dirname(file)
    wanted.set(folder, (wanted.get(folder) ?? new Set()).add(path.basename(file)))
  }
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLE)
  }
  const watchers = [...wanted].flatMap(([folder, names]) => {
    if (!existsSync(folder)) return []
    const watcher = watchFs(folder, { persistent: false }, (_, name) => {
      if (name === null || names.has(name)) soon()
    })
    watcher.on('error', soon)
    return [watcher]
  })
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
