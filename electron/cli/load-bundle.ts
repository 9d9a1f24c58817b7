import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Script } from 'node:vm'

/** Commands that change or read the tools' files need far more code than the others, and loading compiled code costs by its size. */
const heavyCommands: readonly string[] = ['current', 'undo', 'restore', 'run', 'doctor']

/** Where V8's compiled code of the bundle lies: of its own for `use`, `full` for the other heavy commands, `quick` for the rest. */
export const cacheFile = (folder: string, command: string | undefined): string =>
  path.join(folder, command === 'use' ? 'use.cache' : heavyCommands.includes(command ?? '') ? 'full.cache' : 'quick.cache')

/**
 * Loads the bundle of the terminal shell, from V8's code cache where it fits this version of Node: a third of the start-up time less than
 * `require`. A cache that is missing or made by another version is passed over.
 */
export function loadBundle(
  folder: string,
  command: string | undefined,
  require: NodeJS.Require,
): { readonly script: Script; readonly exports: unknown } {
  const filename = path.join(folder, 'main.js')
  // The bundle is ASCII: read as Latin-1 it takes one byte per character.
  const source = `(function(exports,require,module){${readFileSync(filename, 'latin1')}\n})`
  const script = new Script(source, { filename, cachedData: readCache(cacheFile(folder, command)) })
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
