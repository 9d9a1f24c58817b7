import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'
import { systemCode } from '../core/problem'
import { windowsCommand } from '../core/windows-command'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/**
 * Runs a command with this terminal's own input and output, passes signals on, and gives its exit code (128 + number when a signal ended it, as
 * shells do).
 * @throws {ProblemError} `command-not-found` or `command-failed`, when it cannot be started
 */
export async function runChild(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const real = process.platform === 'win32' ? windowsCommand(command, args, env) : { file: command, args, verbatim: false }
  const child = spawn(real.file, [...real.args], { stdio: 'inherit', env, windowsVerbatimArguments: real.verbatim })
  const stop = forwardSignals(child)
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', (error) => reject(notStarted(command, systemCode(error) ?? 'error')))
      child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
    })
  } finally {
    stop()
  }
}

/** Ctrl-C in a terminal reaches the command by itself; here it must only not end us first. */
function forwardSignals(child: ChildProcess): () => void {
  const pass = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of forwarded) process.on(signal, pass)
  return () => {
    for (const signal of forwarded) process.off(signal, pass)
  }
}

function notStarted(command: string, code: string): ProblemError {
  const missing = code === 'ENOENT'
  const message = missing
    ? text(`The command "${command}" was not found.`, `找不到命令 "${command}"。`)
    : text(`"${command}" could not be started (${code}).`, `无法启动 "${command}"（${code}）。`)
  const hint = missing ? text('Is it installed, and on the PATH?', '是否已安装并在 PATH 中？') : undefined
  return new ProblemError({ code: missing ? 'command-not-found' : 'command-failed', kind: 'refused', message, hint })
}
