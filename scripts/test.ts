import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Failure, playwrightFailures, vitestFailures } from './test-failures'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const cache = path.join(root, '.cache')
const require = createRequire(import.meta.url)

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failures?: readonly Failure[]
}

/** A part of the tests: counts what it ran, or says why it cannot run here. */
interface Suite {
  readonly name: string
  readonly title: string
  run(): Promise<Counts | { readonly cannot: string }>
}

const one = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name)

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
  })
}

/** Vitest's own JSON report: https://vitest.dev/guide/reporters#json-reporter */
async function vitest(name: string, args: readonly string[]): Promise<Counts> {
  const report = path.join(cache, `${name}.json`)
  rmSync(report, { force: true })
  const ok = await run(bin('vitest'), ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  if (!existsSync(report)) return one(false)
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = result
  const failed = ok ? numFailedTests : Math.max(1, numFailedTests)
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, failures: vitestFailures(result) }
}

async function playwright(project: string, env: Readonly<Record<string, string>>, wrap: readonly string[] = []): Promise<Counts> {
  const report = path.join(cache, `${project}.json`)
  rmSync(report, { force: true })
  const [command = '', ...args] = [...wrap, bin('playwright'), 'test', `--project=${project}`, '--reporter=line,json']
  const ok = await run(command, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  if (!existsSync(report)) return one(false)
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const { expected, unexpected, flaky, skipped } = result.stats
  return { passed: expected + flaky, failed: ok ? unexpected : Math.max(1, unexpected), skipped, failures: playwrightFailures(result) }
}

const found = (command: string): boolean => spawnSync(process.platform === 'win32' ? 'where' : 'which', [command]).status === 0

/** Debian's Chromium, or another that `CHROMIUM_PATH` names, or the one that Playwright downloaded. */
function chromiumPath(): string | undefined {
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const own: string = require('playwright').chromium.executablePath()
  return [...known, own].find((file) => file !== undefined && existsSync(file))
}

/** True when Electron can be started: from `ELECTRON_OVERRIDE_DIST_PATH`, or its own download, which is tried once. */
function hasElectron(): boolean {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return true
  if (existsSync(path.join(root, 'node_modules/electron/path.txt'))) return true
  const installed = spawnSync(process.execPath, [path.join(root, 'node_modules/electron/install.js')], { cwd: root, timeout: 180_000 })
  return installed.status === 0 && existsSync(path.join(root, 'node_modules/electron/path.txt'))
}

/** https://docs.npmjs.com/cli/commands/npm-audit: with --json the findings, or an error where the registry has no such endpoint. */
function audit(): Counts | { readonly cannot: string } {
  const wish = ['audit', '--audit-level=high', '--json']
  const { status, stdout } = spawnSync('npm', wish, { cwd: root, encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' })
  if (!stdout?.includes('"auditReportVersion"')) return { cannot: 'the registry has no audit endpoint, or it cannot be reached' }
  if (status !== 0) console.log(stdout)
  return one(status === 0)
}

const hasDisplay = (): boolean => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const suites: readonly Suite[] = [
  { name: 'types', title: 'types', run: async () => one(await run(bin('tsc'), ['-b'])) },
  {
    name: 'lint',
    title: 'format, lint and dead code',
    run: async () => one((await run(bin('biome'), ['check', '.'])) && (await run(bin('knip'), []))),
  },
  { name: 'build', title: 'build', run: async () => one(await run('npm', ['run', 'build', '--silent'])) },
  { name: 'unit', title: 'unit and seams', run: () => vitest('unit', []) },
  {
    name: 'web',
    title: 'browser end to end',
    async run() {
      const chromium = chromiumPath()
      return chromium === undefined
        ? { cannot: 'no Chromium found; install one or set CHROMIUM_PATH' }
        : playwright('web', { CHROMIUM_PATH: chromium })
    },
  },
  {
    name: 'desktop',
    title: 'desktop end to end',
    async run() {
      if (!hasElectron()) return { cannot: 'no Electron: its download failed; set ELECTRON_OVERRIDE_DIST_PATH' }
      if (hasDisplay()) return playwright('desktop', {})
      return found('xvfb-run') ? playwright('desktop', {}, ['xvfb-run', '-a']) : { cannot: 'no display and no Xvfb' }
    },
  },
  { name: 'audit', title: 'npm audit, high and above', run: async () => audit() },
  {
    name: 'real',
    title: 'real Claude Code, Codex and Gemini CLI',
    run: () => vitest('real', ['--config', 'tests/real/vitest.config.ts']),
  },
]

/** usage: tsx scripts/test.ts [suite…]; without names all but `audit` and `real`, which need the network and run when named or with SWITCHYARD_TEST_REAL=1 */
async function main(names: readonly string[]): Promise<void> {
  const strange = names.filter((name) => !suites.some((suite) => suite.name === name))
  if (strange.length > 0) {
    console.error(`There is no suite ${strange.join(', ')}. Choose from: ${suites.map(({ name }) => name).join(', ')}.`)
    process.exitCode = 2
    return
  }
  mkdirSync(cache, { recursive: true })
  const chosen = suites.filter(({ name }) =>
    names.length > 0 ? names.includes(name) : !['audit', 'real'].includes(name) || process.env.SWITCHYARD_TEST_REAL === '1',
  )
  if (names.length > 0 && !names.includes('build'))
    execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  const lines: string[] = []
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { title, run: runSuite } of chosen) {
    console.log(`\n— ${title}`)
    const result = await runSuite()
    const counts: Counts = 'cannot' in result ? { passed: 0, failed: 0, skipped: 1 } : result
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
    const why = 'cannot' in result ? ` (skipped: ${result.cannot})` : ''
    lines.push(`${title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped${why}`)
    for (const { test, error } of counts.failures ?? []) lines.push(`  failed: ${test}`, error.replace(/^/gm, '    '))
  }
  console.log(`\n${lines.join('\n')}\n`)
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

await main(process.argv.slice(2))
