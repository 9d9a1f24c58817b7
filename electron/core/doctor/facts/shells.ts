import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { pathsOf, variable } from '../../tools/paths'
import type { Place } from '../../tools/tool'
import { commandFor, type ShellKind, shellKinds, startFiles } from './shell-kinds'

/** What one of the user's shells sees when it is started anew. */
export interface ShellView {
  readonly shell: ShellKind
  /** True for the shell that the user's terminals open. */
  readonly login: boolean
  /** Absent when the shell did not answer in time or failed. */
  readonly env: Readonly<Record<string, string>> | undefined
}

/** A start-up file that waits for a network or a key press must not hold the doctor. */
const PATIENCE = 4_000

/**
 * Starts the user's login shell, and every other one that has start-up files in the home, and asks what it sees. Nothing of this process's
 * variables is handed on, or they would be in the answer.
 */
export async function shellViews(place: Place, signal: AbortSignal): Promise<readonly ShellView[]> {
  const own = loginShell(place)
  const kinds = shellKinds(place.platform).filter((kind) => kind === own.kind || startFiles(kind, place).some((file) => existsSync(file)))
  const found = kinds.flatMap((kind) => {
    const program = kind === own.kind ? own.program : programOf(kind, place)
    return program === undefined ? [] : [{ kind, program }]
  })
  return Promise.all(
    found.map(async ({ kind, program }) => ({ shell: kind, login: kind === own.kind, env: await ask(kind, program, place, signal) })),
  )
}

/** `SHELL`, else what the system knows of this user, else the platform's usual one. */
function loginShell(place: Place): { readonly kind: ShellKind; readonly program: string | undefined } {
  if (place.platform === 'win32') return { kind: 'powershell', program: programOf('powershell', place) }
  const info = userInfo()
  const known = variable(place, 'SHELL') ?? (info.homedir === place.home ? info.shell : undefined) ?? undefined
  const name = known === undefined ? undefined : pathsOf(place).basename(known)
  const kind = shellKinds(place.platform).find((one) => one === (name === 'pwsh' ? 'powershell' : name))
  if (kind !== undefined && known !== undefined && existsSync(known)) return { kind, program: known }
  const usual: ShellKind = place.platform === 'darwin' ? 'zsh' : 'bash'
  return { kind: usual, program: programOf(usual, place) }
}

const folders = ['/bin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/snap/bin']

function programOf(kind: ShellKind, place: Place): string | undefined {
  if (place.platform === 'win32') return kind === 'powershell' ? 'powershell.exe' : undefined
  const onPath = (variable(place, 'PATH') ?? '').split(':').filter((folder) => folder.startsWith('/'))
  return [...folders, ...onPath].map((folder) => `${folder}/${kind === 'powershell' ? 'pwsh' : kind}`).find((file) => existsSync(file))
}

const BEGIN = '<switchyard-begin>'
const END = '<switchyard-end>'

function ask(kind: ShellKind, program: string, place: Place, signal: AbortSignal): Promise<Readonly<Record<string, string>> | undefined> {
  const { args, env } = commandFor(kind, place, BEGIN, END)
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: place.home,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
      windowsHide: true,
    })
    let heard = ''
    const end = (answer: Readonly<Record<string, string>> | undefined) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      child.stdout.destroy()
      child.unref()
      resolve(answer)
    }
    const stop = () => {
      if (child.pid !== undefined && child.exitCode === null) kill(child.pid)
      end(undefined)
    }
    const timer = setTimeout(stop, PATIENCE)
    signal.addEventListener('abort', stop)
    child.once('error', () => end(undefined))
    child.once('close', () => end(parseEnvironment(heard)))
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      heard += piece
      // A start-up file may have left a program in the background that keeps the pipe open.
      if (heard.includes(END)) end(parseEnvironment(heard))
    })
  })
}

/** The shell and what it started: a group of its own. */
function kill(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/** Names that the question itself puts there. */
const ours = new Set(['_', 'SHLVL', 'PWD', 'OLDPWD', 'SWITCHYARD_ASK'])

/** `NAME=value` ended by NUL (or by line ends, from PowerShell), between the two marks; undefined when they are missing. */
export function parseEnvironment(heard: string): Readonly<Record<string, string>> | undefined {
  const from = heard.indexOf(BEGIN)
  const to = heard.lastIndexOf(END)
  if (from < 0 || to < from) return undefined
  const body = heard.slice(from + BEGIN.length, to)
  const entries = body.split(body.includes('\0') ? '\0' : /\r?\n/).flatMap((entry) => {
    const at = entry.indexOf('=')
    return at < 1 || ours.has(entry.slice(0, at)) ? [] : [[entry.slice(0, at), entry.slice(at + 1)] as const]
  })
  return Object.fromEntries(entries)
}
