import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RealTool, realTools } from './tools'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** Folder of one pinned CLI: outside the project's own dependencies, one folder per version. */
function toolFolder(tool: RealTool): string {
  const root = process.env.SWITCHYARD_REAL_CLIS ?? join(repository, '.cache', 'real-clis')
  return join(root, `${tool.id}-${tool.version}`)
}

/** Folder to put on PATH, so that the tool is found under its own name. */
export function binFolder(tool: RealTool): string {
  return join(toolFolder(tool), 'node_modules', '.bin')
}

/** The command that starts an installed CLI, without its arguments. */
export function toolCommand(tool: RealTool, folder = toolFolder(tool)): readonly [string, ...string[]] {
  const entry = join(packageFolder(tool, folder), tool.entry)
  return entry.endsWith('.js') ? [process.execPath, entry] : [entry]
}

/** Installs a pinned CLI unless it is there in that very version; says which it was. */
export function installTool(tool: RealTool): 'present' | 'installed' {
  const folder = toolFolder(tool)
  if (installedVersion(tool, folder) === tool.version) return 'present'
  const partial = `${folder}.partial`
  for (const stale of [folder, partial]) rmSync(stale, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  writeFileSync(join(partial, 'package.json'), '{"private":true}\n')
  // Install scripts must run: Claude Code's links its native program into place.
  const flags = ['--prefix', partial, '--save-exact', '--ignore-scripts=false', '--no-audit', '--no-fund']
  const shell = process.platform === 'win32'
  execFileSync('npm', ['install', ...flags, `${tool.packageName}@${tool.version}`], { stdio: 'inherit', shell })
  assertRuns(tool, partial)
  renameSync(partial, folder)
  return 'installed'
}

function packageFolder(tool: RealTool, folder: string): string {
  return join(folder, 'node_modules', tool.packageName)
}

function installedVersion(tool: RealTool, folder: string): string | null {
  const manifest = join(packageFolder(tool, folder), 'package.json')
  if (!existsSync(manifest)) return null
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  return typeof version === 'string' ? version : null
}

function assertRuns(tool: RealTool, folder: string): void {
  const [program, ...args] = toolCommand(tool, folder)
  const home = join(folder, 'home')
  mkdirSync(home)
  const env = { PATH: process.env.PATH ?? '', HOME: home }
  const output = execFileSync(program, [...args, '--version'], { encoding: 'utf8', env, timeout: 60_000 })
  if (!output.includes(tool.version)) throw new Error(`${tool.id}: wanted ${tool.version}, got ${output.trim()}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const tool of realTools) {
    const result = installTool(tool)
    process.stdout.write(`${tool.id} ${tool.version}: ${result}\n`)
  }
}
