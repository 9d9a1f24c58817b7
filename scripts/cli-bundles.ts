import path from 'node:path'
import type { Plugin } from 'esbuild'
import { type BundleName, bundles } from '../electron/cli/load-bundle'

/** Parts that are loaded on demand and that the commands of a bundle may load. Packages stay everywhere. */
const parts: Readonly<Record<BundleName, readonly string[]>> = {
  quick: ['electron/cli/open-core', 'electron/cli/help', 'electron/cli/specs', 'electron/core/methods/profile-views'],
  use: [
    'electron/cli/open-core',
    'electron/cli/help',
    'electron/cli/specs',
    'electron/core/methods/host',
    'electron/core/methods/profile-views',
    'electron/core/methods/switch',
    'electron/core/files/json-edit',
    'electron/core/files/json-comments',
    'electron/core/files/toml-edit',
    'electron/core/files/toml-verify',
    'electron/core/files/env-edit',
  ],
  full: [],
}

/** Leaves out of a bundle what is loaded on demand by other commands than its own. */
export function leaveOut(root: string, name: BundleName): Plugin[] {
  const commands = bundles[name]
  if (commands === undefined) return []
  const kept = new Set(
    [...parts[name], ...commands.map((command) => `electron/cli/commands/${command}`)].map((part) => path.join(root, part)),
  )
  const plugin: Plugin = {
    name: 'leave-out',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path: part, kind, resolveDir }) =>
        kind === 'dynamic-import' && !kept.has(path.resolve(resolveDir, part)) ? { path: part, namespace: 'left-out' } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path: part }) => ({
        contents: `throw new Error(${JSON.stringify(`${part} is not in this bundle`)})`,
      }))
    },
  }
  return [plugin]
}
