import type { Api } from '../../../shared/contract'
import type { VaultStatus } from '../../../shared/model/vault'
import type { Scope } from '../scope'
import { renewKey } from '../vault/prepare'

type Methods = Pick<Api, 'vault.status' | 'vault.unlock' | 'vault.lock' | 'vault.rotate' | 'vault.protect'>

/** Methods about how keys are sealed. */
export function vaultMethods({ host, shown, announce }: Scope): Methods {
  const { vault } = host
  const status = (): VaultStatus => {
    const protection = vault.generations().at(-1)?.protection
    const pinned = vault.pinned()
    return {
      exists: protection !== undefined,
      ...(protection === undefined ? {} : { protection }),
      ...(pinned === undefined ? {} : { pinned }),
      open: vault.isOpen(),
      needsPassphrase: vault.needsPassphrase(),
      session: vault.hasSession(),
    }
  }
  return {
    'vault.status': async () => status(),
    'vault.unlock': async ({ passphrase, session = false }) => {
      await vault.unlock(passphrase, session)
      await announce()
      return status()
    },
    'vault.lock': async () => {
      vault.lock()
      shown.forget()
      return status()
    },
    'vault.rotate': async ({ passphrase }) => {
      await renewKey(host, undefined, passphrase)
      return status()
    },
    'vault.protect': async ({ protection, passphrase }) => {
      await renewKey(host, protection, passphrase)
      return status()
    },
  }
}
