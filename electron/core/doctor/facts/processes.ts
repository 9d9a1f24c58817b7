import type { Place, ToolAdapter } from '../../tools/tool'
import { answerOf } from './ask'

/** A running program of a tool. Its command line is not kept: it may hold a prompt or a key. */
export interface Process {
  readonly pid: number
  readonly tool: string
  /** Milliseconds since the epoch, to the second. */
  readonly started: number
  readonly daemon: boolean
}

const PATIENCE = 2_000

/** Asks `ps` of this user's processes. On Windows nothing is asked: it takes seconds. An unknown answer is an empty one. */
export async function runningTools(place: Place, adapters: readonly ToolAdapter[]): Promise<readonly Process[]> {
  if (place.platform === 'win32') return []
  const listing = await answerOf('/bin/ps', ['-x', '-o', 'pid=,etime=,args='], PATIENCE, { LC_ALL: 'C' })
  return parseProcesses(listing, Date.now(), adapters)
}

/** @param listing lines of pid, elapsed time as [[dd-]hh:]mm:ss, and arguments */
export function parseProcesses(listing: string, now: number, adapters: readonly ToolAdapter[]): readonly Process[] {
  return listing.split('\n').flatMap((line) => {
    const [, pid, elapsed, args] = /^\s*(\d+)\s+(?:(\d[\d:-]*))\s+(.*)$/.exec(line) ?? []
    if (pid === undefined || elapsed === undefined || args === undefined) return []
    const tool = adapters.find(({ command }) => isTool(args, command.name, command.npmPackage))
    if (tool === undefined) return []
    return [{ pid: Number(pid), tool: tool.descriptor.id, started: now - seconds(elapsed) * 1000, daemon: /\bapp-server\b/.test(args) }]
  })
}

/** The program itself, or node with the tool's package. */
function isTool(args: string, name: string, npmPackage: string): boolean {
  const words = args.split(/\s+/).slice(0, 3)
  const program = words[0]?.split('/').at(-1)
  if (program === name) return true
  return (
    (program === 'node' || program === 'bun') && words.slice(1).some((word) => word.includes(npmPackage) || word.endsWith(`/bin/${name}`))
  )
}

function seconds(elapsed: string): number {
  const [days, clock] = elapsed.includes('-') ? elapsed.split('-') : ['0', elapsed]
  return (clock ?? '').split(':').reduce((total, part) => total * 60 + Number(part), 0) + Number(days) * 86_400
}
