import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** What a build is made of, and what it makes. Paths from the project's folder. */
const SOURCES = ['electron', 'renderer', 'shared', 'scripts', 'package-lock.json', 'electron.vite.config.ts']
const OUTPUTS = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/cli/switchyard.js']

/** Once per machine: about 120 MB. */
const DOWNLOAD_LIMIT = 300_000
/** An Electron that cannot run here ends within this time. */
const EARLY_END = 10_000

type Env = Readonly<Record<string, string | undefined>>

/** True if a source is newer than the oldest output, or an output is missing. Times in milliseconds; undefined is a missing file. */
export function isBuildNeeded(newestSource: number, outputs: readonly (number | undefined)[]): boolean {
  return outputs.some((time) => time === undefined || time < newestSource)
}

/** Why no window can be opened here whatever Electron can do, or null. */
export function whyNoWindow(env: Env, platform: string): string | null {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'There is no display here.'
  return null
}

/** Flags for Electron. Chromium refuses to run as root with its sandbox on. */
export function electronArguments(platform: string, uid: number | undefined, project: string): readonly string[] {
  return platform === 'linux' && uid === 0 ? ['--no-sandbox', project] : [project]
}

/** Why a program ended, in its own words: Chromium's fatal error, else its last plain line, else the first error that Chromium logged. */
export function reasonOf(stderr: string): string | undefined {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.includes(':ERROR:bus.cc'))
  const parts = lines.map(
    (line) => /^\[[\d:/.]+:(?<level>[A-Z]+):[^\]]*\] (?<words>.*)/.exec(line)?.groups ?? { level: 'PLAIN', words: line },
  )
  const of = (level: string): readonly string[] => parts.flatMap((part) => (part.level === level ? (part.words?.trim() ?? []) : []))
  return of('FATAL').at(-1) ?? of('PLAIN').at(-1) ?? of('ERROR').at(0)
}

async function start(args: readonly string[]): Promise<number> {
  if (isBuildNeeded(newest(SOURCES), OUTPUTS.map(timeOf))) {
    say('Building…')
    const build = await runQuietly(process.execPath, [npmCli(), 'run', 'build', '--silent'])
    if (build.code !== 0) {
      say(`${build.stdout}${build.stderr}`)
      return build.code
    }
  }
  if (!args.includes('--web')) {
    const reason = whyNoWindow(process.env, process.platform) ?? (await openWindow())
    if (reason === null) return 0
    say(`${reason} Switchyard opens in the browser instead.`)
  }
  return run(process.execPath, [path.join(root, 'out/cli/switchyard.js'), 'serve', '--open'])
}

/** Runs the desktop app until it ends. @returns why it could not, or null */
async function openWindow(): Promise<string | null> {
  const electron = await electronPath()
  if (electron === null) return 'Electron could not be downloaded.'
  const flags = electronArguments(process.platform, process.getuid?.(), root)
  if (flags.length > 1) say('Running as root: Chromium’s sandbox is off.')
  const began = Date.now()
  const { code, signal, stderr } = await runQuietly(electron, flags)
  if (code === 0 || Date.now() - began > EARLY_END) return null
  return `Electron does not run here (${reasonOf(stderr) ?? `it ended with ${signal ?? code}`}).`
}

/** Electron's own package downloads its program at first use; from 42 on npm no longer does it. */
async function electronPath(): Promise<string | null> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const folder = path.join(root, 'node_modules', 'electron')
  const program = () => (existsSync(path.join(folder, 'path.txt')) ? readFileSync(path.join(folder, 'path.txt'), 'utf8') : null)
  if (override !== undefined) return path.join(override, program() ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'))
  if (program() === null) {
    say('Downloading Electron, once (about 120 MB). To do without: npm start -- --web')
    const { code } = await runQuietly(process.execPath, [path.join(folder, 'install.js')], DOWNLOAD_LIMIT)
    if (code !== 0) return null
  }
  const name = program()
  return name === null ? null : path.join(folder, 'dist', name)
}

interface Ended {
  readonly code: number
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program and passes on only what the app itself says, not the chatter of Chromium. A program that outlives the limit (ms) is ended. */
function runQuietly(command: string, args: readonly string[], limit?: number): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['inherit', 'pipe', 'pipe'], timeout: limit })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout = (stdout + chunk).slice(-8000)
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-8000)
      for (const line of chunk.split('\n')) if (line.startsWith('Switchyard: ')) say(line)
    })
    child.on('error', (error) => resolve({ code: 1, signal: null, stdout, stderr: error.message }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, stdout, stderr }))
  })
}

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** npm sets this for the scripts it runs. */
function npmCli(): string {
  const npm = process.env.npm_execpath
  if (npm === undefined) throw new Error('Run this with: npm start')
  return npm
}

function newest(paths: readonly string[]): number {
  const times = paths.map((each) => {
    const full = path.join(root, each)
    if (!existsSync(full)) return 0
    if (!statSync(full).isDirectory()) return statSync(full).mtimeMs
    return newest(readdirSync(full).map((name) => path.join(each, name)))
  })
  return Math.max(0, ...times)
}

const timeOf = (file: string): number | undefined => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs

const say = (words: string): void => {
  process.stderr.write(`${words}\n`)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = await start(process.argv.slice(2))
