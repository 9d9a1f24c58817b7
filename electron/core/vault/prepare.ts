import type { Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { withLock } from '../files/lock'
import { needsRecovery, recover } from '../files/recovery'
import type { Host } from '../host'
import { storeVersion } from '../profile-store'
import { lockFile } from '../transact'
import { isUnsealed, sealEverything } from './move-in'
import type { Protection } from './vault-file'
import { pinnedElse } from './vault-problems'

type Where = Pick<Host, 'profiles' | 'dataFolder' | 'vault' | 'now'>

/**
 * Before anything is written that may hold a key: makes the vault where there is none, ends what an interrupted move or rotation left, and
 * moves what an earlier version wrote in plain text into the vault.
 * @returns what to tell the user once
 */
export async function prepareVault(host: Where): Promise<readonly Problem[]> {
  const { vault } = host
  if (vault.generations().length === 1 && storeVersion(host) !== 1) {
    await vault.load()
    return []
  }
  return withLock(lockFile(host.dataFolder), async () => {
    const isNew = vault.generations().length === 0
    if (!isNew) await vault.load()
    const left = await endSwitch(host)
    if (isNew) await vault.create()
    await vault.load()
    if (isUnsealed(host)) sealEverything(host)
    if (vault.generations().length > 1) await vault.dropOld()
    return isNew && vault.generations()[0]?.protection === 'file' ? [...left, protectedByFile()] : left
  })
}

/**
 * Seals everything under a new data key; with another protection where one is named.
 * @throws {ProblemError} when the protection cannot be had; nothing was changed
 */
export async function renewKey(host: Where, protection: Protection | undefined, passphrase: string | undefined): Promise<void> {
  const { vault } = host
  const pin = vault.pinned()
  const now = vault.generations().at(-1)?.protection
  if (pin !== undefined && pin !== (protection ?? now ?? pin)) throw pinnedElse(pin, protection ?? pin)
  await withLock(lockFile(host.dataFolder), async () => {
    // A rotation keeps the passphrase: a slip of the finger must not become the new one.
    if (protection === undefined && now === 'passphrase' && passphrase !== undefined) await vault.unlock(passphrase, false)
    if (vault.generations().length > 0) await vault.loadAnyway()
    const [left] = await endSwitch(host)
    // As everywhere: the next try finds order.
    if (left !== undefined) throw new ProblemError({ ...left, kind: 'refused' })
    if (vault.generations().length === 0 && protection === undefined) await vault.create(passphrase)
    else await vault.add(protection ?? vault.generations().at(-1)?.protection ?? 'file', passphrase)
    sealEverything(host)
    await vault.dropOld()
  })
}

/** The lock is held, so no switch is running. */
async function endSwitch(host: Where): Promise<readonly Problem[]> {
  if (!needsRecovery(host.dataFolder)) return []
  return recover(host, host.now().toISOString().replace(/[:.]/g, '-'))
}

export const protectedByFile = (): Problem => ({
  code: 'vault-file',
  kind: 'refused',
  message: text(
    'Your keys are sealed, but protected by a file: anyone who can read your home can read it.',
    '您的密钥已密封，但由一个文件保护：任何能读取您主目录的人都能读取它。',
  ),
  hint: text('For more: switchyard vault protect passphrase', '如需更强保护：switchyard vault protect passphrase'),
})
