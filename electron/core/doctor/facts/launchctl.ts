import { execFile } from 'node:child_process'
import type { Origin } from './origins'

const PATIENCE = 1_500

/** What `launchctl setenv` gave to every program of the session on macOS. */
export async function launchctlOrigins(names: readonly string[]): Promise<readonly Origin[]> {
  const values = await Promise.all(names.map(async (name) => [name, (await getenv(name)).trim()] as const))
  return values
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value, line: 1, whole: false, file: 'launchctl', syntax: 'launchctl' }))
}

const getenv = (name: string): Promise<string> =>
  new Promise((resolve) => {
    execFile('/bin/launchctl', ['getenv', name], { timeout: PATIENCE }, (_error, stdout) => resolve(stdout))
  })
