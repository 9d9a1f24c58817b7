import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { binFolder, toolCommand } from './install'
import { type ProcessRun, runProcess } from './process'
import type { TempHome } from './temp-home'
import type { RealTool } from './tools'

/** The built command; SWITCHYARD_PROGRAM names another one, such as that of an installed package. */
const switchyardProgram = process.env.SWITCHYARD_PROGRAM ?? fileURLToPath(new URL('../../out/cli/switchyard.js', import.meta.url))

/**
 * The whole environment of a run: nothing of the machine's own gets in.
 * Loopback goes direct; everything else meets a closed port, so that no test reaches a vendor.
 */
export function scrubbedEnvironment(tool: RealTool, { home }: TempHome): Record<string, string> {
  const deadProxy = 'http://127.0.0.1:9'
  return {
    PATH: [binFolder(tool), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
    HOME: home,
    TERM: 'dumb',
    LANG: 'C.UTF-8',
    NO_PROXY: '127.0.0.1,localhost',
    HTTPS_PROXY: deadProxy,
    HTTP_PROXY: deadProxy,
  }
}

/** Runs a real CLI once with a prompt, in the home's working folder. */
export function runCli(tool: RealTool, place: TempHome, prompt: string, timeoutMs = 90_000): Promise<ProcessRun> {
  const [program, ...lead] = toolCommand(tool)
  const env = { ...scrubbedEnvironment(tool, place), ...tool.env }
  return runProcess(program, [...lead, ...tool.args(prompt)], { cwd: place.scratch, env, timeoutMs })
}

/** Runs Switchyard's own command in the same home, with extra variables for its keys. */
export function runSwitchyard(
  tool: RealTool,
  place: TempHome,
  args: readonly string[],
  keys: Readonly<Record<string, string>> = {},
): Promise<ProcessRun> {
  const env = { ...scrubbedEnvironment(tool, place), SWITCHYARD_HOME: place.data, ...keys }
  return runProcess(process.execPath, [switchyardProgram, ...args], { cwd: place.scratch, env, timeoutMs: 30_000 })
}
