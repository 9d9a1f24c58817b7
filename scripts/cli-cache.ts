import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BundleName, cacheFile, loadBundle } from '../electron/cli/load-bundle'
import type { main as Main } from '../electron/cli/main'

/** What is run for the cache of each bundle; `prepare` only lays the home. */
const commands: Readonly<Record<string, readonly string[]>> = {
  prepare: [
    'add Warm --url https://relay.example.com --key-env BUILD_KEY --model claude=a --model codex=b --model gemini=c --json',
    'add Other --url https://other.example.com --key-env BUILD_KEY --model claude=d --model codex=e --model gemini=f --json',
    'use Warm',
  ],
  quick: ['help', 'list --json', 'list'],
  use: ['use Other', 'use Warm'],
  full: ['add Third --url https://third.example.com --key-env BUILD_KEY', 'show Third', 'history', 'env Third'],
}

/**
 * Runs commands in the given home, so that what they need is compiled, and writes V8's code cache of the terminal shell. Each kind takes a process of
 * its own, as plain JavaScript: what one has compiled would be in the cache of the next.
 */
async function writeCache(bundle: string, home: string, kind: string): Promise<void> {
  for (const name of Object.keys(process.env)) if (name !== 'PATH') delete process.env[name]
  Object.assign(process.env, {
    HOME: home,
    USERPROFILE: home,
    SWITCHYARD_HOME: path.join(home, 'data'),
    LANG: 'C',
    BUILD_KEY: 'sk-build-0123456789',
  })
  if (kind === 'prepare') layFiles(home)
  const lines = commands[kind] ?? []
  const name: BundleName = kind === 'prepare' ? 'full' : (kind as BundleName)
  const { script, exports } = loadBundle(bundle, name, require)
  const { main } = exports as { main: typeof Main }
  for (const line of lines) {
    const code = await main(line.split(' '), { env: process.env, platform: process.platform, bundle, version: '0', cliCommand: [] })
    if (code !== 0) throw new Error(`"${line}" ended with ${code}`)
  }
  if (kind !== 'prepare') writeFileSync(cacheFile(bundle, name), script.createCachedData())
}

/** Files as people have them, so that what reads and edits those is compiled too. */
function layFiles(home: string): void {
  const files = {
    '.claude/settings.json':
      '{\n  "model": "opus",\n  "permissions": { "allow": ["Bash(ls:*)"], "deny": [] },\n  "env": { "EDITOR": "vi" }\n}\n',
    '.claude.json': '{"hasCompletedOnboarding":true,"numStartups":4}',
    '.codex/config.toml': '# mine\nmodel = "m" # my model\n\n[projects."/home/me/one"]\ntrust_level = "trusted"\n',
    '.gemini/settings.json': '{\n  // my theme\n  "ui": { "theme": "GitHub" }\n}\n',
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true })
    writeFileSync(path.join(home, name), content)
  }
}

const [, , bundle, home, kind] = process.argv
if (bundle === undefined || home === undefined || kind === undefined)
  throw new Error('the folder of the bundle, a home or the kind is missing')
void writeCache(bundle, home, kind)
