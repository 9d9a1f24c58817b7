import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cacheFile, loadBundle } from '../electron/cli/load-bundle'
import type { main as Main } from '../electron/cli/main'

/**
 * Writes V8's code cache of the terminal shell: runs the usual commands once in an empty home, so that what they need is compiled, and stores it.
 * Must run in a process of its own, as plain JavaScript: the folder of the bundle is its only argument.
 */
async function writeCache(bundle: string): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'switchyard-cache-'))
  const env = { HOME: home, USERPROFILE: home, SWITCHYARD_HOME: path.join(home, 'data'), LANG: 'C', BUILD_KEY: 'sk-build-0123456789' }
  for (const name of Object.keys(process.env)) if (name !== 'PATH') delete process.env[name]
  Object.assign(process.env, env)
  const { script, exports } = loadBundle(bundle, require)
  const { main } = exports as { main: typeof Main }
  const lines = [
    'add Warm --url https://relay.example.com --key-env BUILD_KEY',
    'list',
    'use Warm --dry-run',
    'use Warm',
    'current',
    'use official',
    'undo',
    'history',
    'list --json',
  ]
  try {
    for (const line of lines) {
      const code = await main(line.split(' '), { env: process.env, platform: process.platform, bundle, version: '0' })
      if (code !== 0) throw new Error(`"${line}" ended with ${code}`)
    }
    writeFileSync(cacheFile(bundle), script.createCachedData())
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const [, , bundle] = process.argv
if (bundle === undefined) throw new Error('the folder of the bundle is missing')
void writeCache(bundle)
