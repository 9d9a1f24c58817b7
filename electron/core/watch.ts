import { existsSync, type FSWatcher, watch as watchFs } from 'node:fs'
import path from 'node:path'
import type { Host } from './host'
import type { ToolAdapter } from './tools/tool'

/** Writers change several files in a row: one look after this long, in milliseconds, is enough. */
const SETTLE = 120

/**
 * Calls back when a file that matters changes: the data folder's own or a tool's. Folders are watched, not files, because atomic writes replace
 * files; for a folder that is not there yet, the nearest one above it. Nothing runs while nothing happens.
 * @returns the function that ends it
 */
export function watchFiles(host: Host, adapters: readonly ToolAdapter[], changed: () => void): () => void {
  const files = () => [
    host.profiles.path,
    host.settings.path,
    path.join(host.dataFolder, 'state.json'),
    ...adapters.flatMap((adapter) => adapter.locate(host.place).map((file) => file.path)),
  ]
  let watchers: readonly FSWatcher[] = []
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      // Folders may have come or gone. Armed first, looked second: a change in between is seen by the one or the other.
      arm()
      changed()
    }, SETTLE)
  }
  const arm = () => {
    for (const watcher of watchers) watcher.close()
    watchers = [...watchPoints(files())].map(([folder, names]) =>
      watchFs(folder, { persistent: false }, (_, name) => {
        if (name === null || names.has(name) || name === path.basename(folder)) soon()
      }).on('error', soon),
    )
  }
  arm()
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

/** Folders that exist, with the names in them whose change may concern a file. */
function watchPoints(files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const points = new Map<string, Set<string>>()
  for (const file of files) {
    let at = file
    while (!existsSync(path.dirname(at)) && path.dirname(at) !== at) at = path.dirname(at)
    const folder = path.dirname(at)
    points.set(folder, (points.get(folder) ?? new Set()).add(path.basename(at)))
  }
  return points
}
