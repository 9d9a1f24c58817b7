import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { KEY, leakIn } from './spellings'

/** Files below a folder that hold the key, by their paths in it; `own` are files whose purpose is to hold it. */
export function leakingFiles(folder: string, own: readonly string[], key = KEY): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !own.includes(file) && leakIn(readIfThere(path.join(folder, file)), key) !== undefined)
}

/** What the tools' adapters write keys into. */
export const TOOL_FILES = ['.claude/settings.json', '.codex/config.toml', '.codex/auth.json', '.gemini/.env', '.gemini/settings.json']

/** Command lines of other processes that hold the key, looked at again and again until `stop`. Linux only; elsewhere nothing is seen. */
export function watchCommandLines(key = KEY): { stop(): readonly string[] } {
  const seen = new Set<string>()
  const look = () => {
    for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
      if (!/^\d+$/.test(name)) continue
      const words = readIfThere(`/proc/${name}/cmdline`)
      if (leakIn(words, key) !== undefined) seen.add(words.replaceAll('\0', ' '))
    }
  }
  const timer = setInterval(look, 15)
  return {
    stop() {
      clearInterval(timer)
      return [...seen]
    },
  }
}

/** A process, or a running program's temporary file, may be gone before it is looked at. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return ''
    throw error
  }
}
