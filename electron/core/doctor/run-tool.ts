import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type RealCommand, windowsCommand } from '../windows-command'
import type { Facts } from './facts'

export interface ToolRun {
  /** Null when it was ended by us or by a signal. */
  readonly code: number | null
  readonly output: string
  readonly timedOut: boolean
}

/** More is not read. */
const LONGEST = 200_000

export interface ToolRunOptions {
  /** Milliseconds. */
  readonly limit: number
  /** Variables beyond those of a new terminal. */
  readonly env?: Readonly<Record<string, string>>
  /** True when what was printed so far is all that is worth waiting for; the tool is then ended. */
  enough?(output: string): boolean
}

/** Runs an installed tool once in a scratch folder, with the variables of a new terminal. The prompt and the arguments hold no secret. */
export async function runTool(facts: Facts, program: string, args: readonly string[], options: ToolRunOptions): Promise<ToolRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-try-'))
  const env = { ...facts.place.env, ...(await facts.terminal()), ...options.env }
  try {
    const command = facts.place.platform === 'win32' ? windowsCommand(program, args, env) : { file: program, args, verbatim: false }
    return await run(command, { folder, env, limit: options.limit, enough: options.enough, signal: facts.signal })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Around {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly limit: number
  readonly enough: ((output: string) => boolean) | undefined
  readonly signal: AbortSignal
}

function run({ file, args, verbatim }: RealCommand, { folder, env, limit, enough, signal }: Around): Promise<ToolRun> {
  const onWindows = process.platform === 'win32'
  return new Promise((resolve) => {
    const child = spawn(file, [...args], {
      cwd: folder,
      windowsVerbatimArguments: verbatim,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !onWindows,
      windowsHide: true,
    })
    let output = ''
    let timedOut = false
    const kill = () => {
      if (child.pid === undefined) return
      if (onWindows) execFile('taskkill.exe', ['/pid', String(child.pid), '/t', '/f'], () => undefined)
      else killGroup(child.pid)
    }
    const stop = () => {
      timedOut = true
      kill()
    }
    const timer = setTimeout(stop, limit)
    signal.addEventListener('abort', stop, { once: true })
    const end = (code: number | null) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve({ code, output, timedOut })
    }
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece: string) => {
        if (output.length >= LONGEST) return
        output += piece
        if (enough?.(output) === true) kill()
      })
    child.once('error', (error) => {
      output += error.message
      end(null)
    })
    child.once('close', end)
  })
}

/** The tool and what it started: a group of its own. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
