import type { Api } from '../../../shared/contract'
import type { VaultStatus } from '../../../shared/model/vault'

type VaultApi = Pick<Api, 'vault.status' | 'vault.unlock' | 'vault.lock' | 'vault.rotate' | 'vault.protect'>

/** A vault that opens with any passphrase. */
export function fakeVault(): VaultApi {
  let status: VaultStatus = { exists: true, protection: 'file', open: true, session: true }
  const become = (change: Partial<VaultStatus>): VaultStatus => {
    status = { ...status, ...change }
    return status
  }
  return {
    'vault.status': async () => status,
    'vault.unlock': async () => become({ open: true }),
    'vault.lock': async () => become({ open: status.protection !== 'passphrase' }),
    'vault.rotate': async () => status,
    'vault.protect': async ({ protection }) => become({ protection }),
  }
}
