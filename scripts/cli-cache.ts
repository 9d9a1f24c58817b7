import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cacheFile, loadBundle } from '../electron/cli/load-bundle'
import type { main as Main } from '../electron/cli/main'

/** What is run to have it compiled; the last command names the cache. */
const quick = ['help', 'list --json', 'list']
const full = [
  'add Warm --url https://relay.example.com --key-env BUILD_KEY --json',
  'use Warm --dry-run --json',
  'use Warm',
  'use official',
  'undo',
  'current',
  'use Warm',
]

/**
 * Writes V8's code cache of the terminal shell: runs commands once in an empty home, so that what they need is compiled, and stores it. Must run in
 * a process of its own, as plain JavaScript, once for each cache: the arguments are the folder of the bundle and `quick` or `full`.
 */
async function writeCache(bundle: string, lines: readonly string[]): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'switchyard-cache-'))
  for (const name of Object.keys(process.env)) if (name !== 'PATH') delete process.env[name]
  Object.assign(process.env, {
    HOME: home,
    USERPROFILE: home,
    SWITCHYARD_HOME: path.join(home, 'data'),
    LANG: 'C',
    BUILD_KEY: 'sk-build-0123456789',
  })
  const command = lines.at(-1)?.split(' ')[0]
  const { script, exports } = loadBundle(bundle, command, require)
  const { main } = exports as { main: typeof Main }
  try {
    for (const line of lines) {
      const code = await main(line.split(' '), { env: process.env, platform: process.platform, bundle, version: '0' })
      if (code !== 0) throw new Error(`"${line}" ended with ${code}`)
    }
    writeFileSync(cacheFile(bundle, command), script.createCachedData())
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const [, , bundle, kind] = process.argv
if (bundle === undefined) throw new Error('the folder of the bundle is missing')
void writeCache(bundle, kind === 'full' ? full : quick)
