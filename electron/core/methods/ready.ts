import { withLock } from '../files/lock'
import { needsRecovery, recover } from '../files/recovery'
import type { Scope } from '../scope'
import { lockFile } from '../transact'

/** Ends a switch that was interrupted before anything is read or shown. Costs two look-ups when there is none. */
export async function ready({ host, emit }: Scope): Promise<void> {
  if (!needsRecovery(host.dataFolder)) return
  const problems = await withLock(lockFile(host.dataFolder), () => recover(host, host.now().toISOString().replace(/[:.]/g, '-')))
  for (const problem of problems) emit('problem', problem)
}
