import type { Api, MethodName } from '../../../shared/contract'
import type { Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { VaultStatus } from '../../../shared/model/vault'
import { type FakeState, refuse } from './state'

type VaultApi = Pick<Api, 'vault.status' | 'vault.unlock' | 'vault.lock' | 'vault.rotate' | 'vault.protect'>

/** Some of what the real host refuses while the vault is locked. */
export const needsKeys: ReadonlySet<MethodName> = new Set<MethodName>([
  'switch.preview',
  'switch.apply',
  'profiles.reveal',
  'profiles.edit',
  'profiles.remove',
  'connection.test',
  'doctor.previewFix',
  'desktop.copyKey',
])

export const lockedProblem: Problem = {
  code: 'vault-locked',
  kind: 'refused',
  message: text('The vault that holds your keys is locked.', '存放密钥的保险库已锁定。'),
  hint: text('Unlock it with your passphrase.', '请用口令解锁。'),
}

/** A vault that knows its passphrase; this machine has no keychain. */
export function fakeVault(state: FakeState): VaultApi {
  const become = (change: Partial<VaultStatus>): VaultStatus => {
    state.vault = { ...state.vault, ...change }
    return state.vault
  }
  const check = (passphrase: string) =>
    passphrase === state.passphrase || refuse('wrong-passphrase', 'The passphrase is wrong.', '口令不正确。', ['Try again.', '请重试。'])
  return {
    'vault.status': async () => state.vault,
    async 'vault.unlock'({ passphrase }) {
      check(passphrase)
      return become({ open: true, needsPassphrase: false })
    },
    async 'vault.lock'() {
      const locks = state.vault.protection === 'passphrase'
      return become({ open: !locks, needsPassphrase: locks })
    },
    async 'vault.rotate'({ passphrase }) {
      if (state.vault.protection === 'passphrase') check(passphrase ?? '')
      return become({ open: true, needsPassphrase: false })
    },
    async 'vault.protect'({ protection, passphrase }) {
      if (protection === 'keychain')
        refuse('keychain-unavailable', "The system's keychain cannot be used: it does not answer.", '无法使用系统钥匙串：没有响应。', [
          'Unlock it, or log in to a desktop session, then try again.',
          '请解锁钥匙串或登录桌面会话后重试。',
        ])
      state.passphrase = passphrase ?? ''
      return become({ exists: true, protection, open: true, needsPassphrase: false })
    },
  }
}
