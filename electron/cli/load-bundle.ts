import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Script } from 'node:vm'

/**
 * The bundles and their commands. What a command does not need still costs it time: a bundle is read whole, and every function in it is set up.
 * `full` has everything; the others leave out what is loaded on demand by other commands than theirs.
 */
export const bundles = {
  quick: ['help', 'list'],
  use: ['use', 'current', 'undo', 'restore', 'key'],
  full: undefined,
} as const satisfies Readonly<Record<string, readonly string[] | undefined>>

export type BundleName = keyof typeof bundles

/** The smallest bundle that has a command; a line without one shows the help. */
export function bundleOf(command: string | undefined): BundleName {
  const word = command === undefined || command.startsWith('-') ? 'help' : command
  const names: readonly BundleName[] = ['quick', 'use']
  return names.find((name) => (bundles[name] as readonly string[]).includes(word)) ?? 'full'
}

/** Where V8's compiled code of a bundle lies. */
export const cacheFile = (folder: string, name: BundleName): string => path.join(folder, `${name}.cache`)

/**
 * Loads a bundle of the terminal shell, from V8's code cache where it fits this version of Node: a third of the start-up time less than
 * `require`. A cache that is missing or made by another version is passed over.
 */
export function loadBundle(
  folder: string,
  name: BundleName,
  require: NodeJS.Require,
): { readonly script: Script; readonly exports: unknown } {
  const filename = path.join(folder, `${name}.js`)
  // The bundle is ASCII: read as Latin-1 it takes one byte per character.
  const source = `(function(exports,require,module){${readFileSync(filename, 'latin1')}\n})`
  const script = new Script(source, { filename, cachedData: readCache(cacheFile(folder, name)) })
  const module = { exports: {} }
  const run = script.runInThisContext() as (exports: unknown, require: NodeJS.Require, module: { readonly exports: unknown }) => void
  run(module.exports, require, module)
  return { script, exports: module.exports }
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
