import type { Api, MethodName } from '../../shared/contract'
import { chooseKey } from './choose-key'
import { eachMethod } from './each-method'
import { type Entry, journalFile, readJournal } from './files/journal'
import { withLock } from './files/lock'
import { exists } from './files/take-back'
import type { Host } from './host'
import { sweep } from './json-store'
import { profileWithId } from './profile-lookup'
import { readRecord } from './record'
import type { Scope } from './scope'
import { lockFile } from './transact'
import { activeKey } from './vault/profile-keys'

/** A profile's active key before and after a transaction. */
type KeyChange = NonNullable<Entry['key']>

/** Methods that end an interrupted transaction, or write what one may have been about. */
const ending: ReadonlySet<MethodName> = new Set<MethodName>([
  'tools.status',
  'history.list',
  'profiles.edit',
  'profiles.remove',
  'profiles.duplicate',
  'profiles.adopt',
  'keys.add',
  'paste.addKey',
  'keys.use',
  'keys.edit',
  'keys.remove',
  'switch.preview',
  'switch.apply',
  'switch.undo',
  'switch.restorePreview',
  'switch.restore',
  'doctor.run',
  'doctor.previewFix',
  'doctor.applyFix',
  'vault.rotate',
  'vault.protect',
])

/**
 * The methods of a core, with one step before them: where a transaction that changed a profile's active key was interrupted before its commit, the
 * profile gets its key of before. Recovery takes the tools' files back; the store of profiles is no file of the transaction, so it is told here. Done
 * before the files are taken back, so that a kill in between leaves the journal, and the next try does both.
 */
export function keysInStep(scope: Scope, api: Api): Api {
  const { dataFolder } = scope.host
  const before = async () => {
    if (exists(journalFile(dataFolder))) await withLock(lockFile(dataFolder), async () => takeInterruptedBack(scope))
  }
  return eachMethod(api, (name, method) => {
    if (!ending.has(name)) return method
    return async (input) => {
      await before()
      return method(input)
    }
  })
}

/** The lock is held, so a journal that lies there is an interrupted one. */
function takeInterruptedBack(scope: Scope): void {
  const { host } = scope
  const journal = readJournal(journalFile(host.dataFolder), host.vault)
  if (journal === undefined || journal === 'torn' || journal.key === undefined) return
  sweep(host.profiles.path)
  if (journal.seq > readRecord(host).seq) takeBack(scope, journal.key)
}

/**
 * Runs a transaction that changes a profile's active key; when it fails, the profile has its key of before, as the tools' files have.
 * @throws what `work` throws
 */
export async function withKey<T>(scope: Scope, key: KeyChange, work: () => Promise<T>): Promise<T> {
  const { host } = scope
  try {
    return await work()
  } catch (error) {
    if (isAhead(host, key)) await withLock(lockFile(host.dataFolder), async () => takeBack(scope, key))
    throw error
  }
}

/** True where the profile has the new key, and still has the one of before. */
function isAhead(host: Host, { profileId, before, after }: KeyChange): boolean {
  const profile = profileWithId(host, profileId)
  if (profile === undefined || before === after || activeKey(profile)?.id !== after) return false
  return profile.relay.keys?.some(({ id }) => id === before) === true
}

function takeBack(scope: Scope, key: KeyChange): void {
  if (isAhead(scope.host, key)) chooseKey(scope, key.profileId, key.before)
}
