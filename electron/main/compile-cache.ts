import nodeModule from 'node:module'
import { join } from 'node:path'

/** Keeps V8's compiled code between starts, where Electron's Node can (22.1 and later: `module.enableCompileCache`). */
export function setupCompileCache(folder: string): void {
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: (folder: string) => unknown }
  enableCompileCache?.(join(folder, 'electron', 'compiled'))
}
