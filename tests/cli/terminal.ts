import { type StdioOptions, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { buildCli } from '../../scripts/build-cli'

const root = path.resolve(import.meta.dirname, '../..')
const out = path.join(root, 'out/cli')
export const program = path.join(out, 'switchyard.js')

/** Builds the terminal shell unless it is newer than its sources. Test files run side by side, so only one builds. */
export async function ensureBuilt(): Promise<void> {
  const lock = path.join(root, '.cache/cli-build.lock')
  mkdirSync(path.dirname(lock), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 60_000) rmSync(lock, { recursive: true, force: true })
      await wait(50)
    }
  }
  try {
    const built = statSync(path.join(out, 'full.cache'), { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (newest(['electron/cli', 'electron/core', 'electron/server', 'shared', 'scripts']) > built) await buildCli(out)
  } finally {
    rmSync(lock, { recursive: true })
  }
}

const newest = (folders: readonly string[]): number =>
  Math.max(
    ...folders
      .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(root, folder, String(name))))
      .filter((file) => /\.(ts|json)$/.test(file))
      .map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  )

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A home of its own and the built program in it. */
export interface Terminal {
  readonly home: string
  readonly env: Readonly<Record<string, string>>
  path(name: string): string
  write(name: string, content: string): void
  /** Runs one command; `input` goes to standard input. */
  run(args: readonly string[], more?: { readonly input?: string; readonly env?: Readonly<Record<string, string>> }): Promise<Ended>
  /** The same with `--json`: the parsed answer. */
  json<Value>(...args: readonly string[]): Promise<Value>
  /** Adds a profile with the key `keyOf(name)`. */
  add(name: string, ...more: readonly string[]): Promise<void>
  start(args: readonly string[], stdio: StdioOptions, env?: Readonly<Record<string, string>>): ReturnType<typeof spawn>
}

export function openTerminal(): Terminal {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'switchyard-cli-')))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const env = { HOME: home, USERPROFILE: home, PATH: path.dirname(process.execPath), LANG: 'C' }
  const start: Terminal['start'] = (args, stdio, more = {}) =>
    spawn(process.execPath, [program, ...args], { cwd: home, env: { ...env, ...more }, stdio })
  const run: Terminal['run'] = (args, { input, env: more } = {}) =>
    new Promise((resolve, reject) => {
      const child = start(args, [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'], more)
      const pieces = { stdout: [] as string[], stderr: [] as string[] }
      for (const name of ['stdout', 'stderr'] as const)
        child[name]?.setEncoding('utf8').on('data', (piece: string) => pieces[name].push(piece))
      child.once('error', reject)
      child.once('close', (code, signal) => resolve({ code, signal, stdout: pieces.stdout.join(''), stderr: pieces.stderr.join('') }))
      child.stdin?.end(input)
    })
  return {
    home,
    env,
    start,
    run,
    path: (name) => path.join(home, name),
    write(name, content) {
      mkdirSync(path.dirname(path.join(home, name)), { recursive: true })
      writeFileSync(path.join(home, name), content)
    },
    async json<Value>(...args: readonly string[]) {
      const { stdout } = await run([...args, '--json'])
      return JSON.parse(stdout) as Value
    },
    async add(name, ...more) {
      const args = ['add', name, '--url', 'https://relay.example.com', '--key-stdin', ...more]
      const { code, stderr } = await run(args, { input: `${keyOf(name)}\n` })
      if (code !== 0) throw new Error(`add failed: ${stderr}`)
    },
  }
}

/** A key that belongs to a profile of the tests; keys are ASCII. */
export const keyOf = (name: string): string => `sk-${name.replace(/[^A-Za-z0-9]/g, '')}-0123456789`

/** Everything in a home but Switchyard's own folder, as relative paths. */
export const filesIn = (home: string): string[] =>
  existsSync(home)
    ? readdirSync(home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('Switchyard'))
        .map((entry) => path.relative(home, path.join(entry.parentPath, entry.name)))
        .sort()
    : []
