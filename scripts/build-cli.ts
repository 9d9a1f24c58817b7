import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { type BundleName, bundles } from '../electron/cli/load-bundle'
import { builtins as nodeModules } from './builtins'
import { leaveOut } from './cli-bundles'
import { purePackages } from './pure-packages'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const names = Object.keys(bundles) as readonly BundleName[]
const parts = ['switchyard.js', 'package.json', ...names.map((name) => `${name}.js`)]

const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // jsonc-parser's `main` is a UMD file that esbuild cannot follow.
  mainFields: ['module', 'main'],
  minify: true,
  // All ASCII, see load-bundle.ts.
  charset: 'ascii',
  legalComments: 'none',
  // A native module, loaded only where a keychain protects the vault.
  external: ['@napi-rs/keyring'],
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
}

/**
 * Builds the terminal shell into `outFolder`: a small front (switchyard.js), the bundles that it chooses from (see load-bundle.ts), and V8's code cache
 * of each, made by running it.
 */
export async function buildCli(outFolder: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const define = { __VERSION__: JSON.stringify(version) }
  mkdirSync(outFolder, { recursive: true })
  for (const name of readdirSync(outFolder)) if (!parts.includes(name)) rmSync(path.join(outFolder, name), { recursive: true })
  await build({ ...options, define, entryPoints: { switchyard: 'electron/cli/switchyard.ts' }, outdir: outFolder })
  for (const name of names) {
    const plugins = [nodeModules, purePackages, ...leaveOut(root, name)]
    await build({ ...options, define, entryPoints: { [name]: 'electron/cli/main.ts' }, outdir: outFolder, plugins })
  }
  writeFileSync(path.join(outFolder, 'package.json'), '{"type":"commonjs"}\n')
  chmodSync(path.join(outFolder, 'switchyard.js'), 0o755)
  await makeCache(outFolder)
}

async function makeCache(outFolder: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-build-'))
  try {
    const outfile = path.join(folder, 'cli-cache.cjs')
    await build({ ...options, entryPoints: ['scripts/cli-cache.ts'], outfile })
    const home = path.join(folder, 'home')
    for (const name of ['prepare', ...names])
      execFileSync(process.execPath, [outfile, path.resolve(outFolder), home, name], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env.PATH },
      })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await buildCli(path.join(root, 'out/cli'))
