import { answerOf } from './ask'
import type { Origin } from './origins'

const PATIENCE = 1_500

/** What `launchctl setenv` gave to every program of the session on macOS. */
export async function launchctlOrigins(names: readonly string[], program = '/bin/launchctl'): Promise<readonly Origin[]> {
  const values = await Promise.all(names.map(async (name) => [name, (await answerOf(program, ['getenv', name], PATIENCE)).trim()] as const))
  return values
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value, line: 1, whole: false, file: 'launchctl', syntax: 'launchctl' }))
}
