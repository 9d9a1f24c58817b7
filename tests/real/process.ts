import { execFileSync, spawn } from 'node:child_process'

export interface ProcessRun {
  readonly stdout: string
  readonly stderr: string
  /** Exit code; null if it was killed. */
  readonly code: number | null
  readonly timedOut: boolean
  readonly ms: number
}

export interface ProcessOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/** Runs a program without a terminal or stdin; nothing that it started outlives it. */
export function runProcess(command: string, args: readonly string[], options: ProcessOptions): Promise<ProcessRun> {
  const { cwd, env, timeoutMs } = options
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    let timedOut = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const limit = setTimeout(() => {
      timedOut = true
      killTree(child.pid)
    }, timeoutMs)
    child.once('error', reject)
    // 'exit' comes before left-over grandchildren let go of the pipes; 'close' comes after.
    child.once('exit', () => killTree(child.pid))
    child.once('close', (code) => {
      clearTimeout(limit)
      resolve({ stdout, stderr, code, timedOut, ms: Math.round(performance.now() - start) })
    })
  })
}

/** Kills a process group and every descendant that left the group but still has its parent. */
function killTree(leader: number | undefined): void {
  if (leader === undefined) return
  for (const pid of [...descendants(leader), -leader]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // already gone
    }
  }
}

function descendants(root: number): readonly number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found = [root]
  for (const parent of found) {
    for (const [pid, ppid] of rows) if (ppid === parent && pid !== undefined) found.push(pid)
  }
  return found.slice(1)
}
