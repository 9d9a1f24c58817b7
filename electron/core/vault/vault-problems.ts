import { text } from '../../../shared/model/text'
import type { ProblemError } from '../../../shared/transport'
import { refused } from '../problem'
import type { Protection } from './vault-file'

/** The key that seals yours is not at hand. */
export const locked = (protection: Protection): ProblemError =>
  refused(
    'vault-locked',
    text('The vault that holds your keys is locked.', '存放密钥的保险库已锁定。'),
    protection === 'passphrase'
      ? text(
          'Unlock it with your passphrase. In a terminal: switchyard vault unlock',
          '请用口令解锁。在终端中运行：switchyard vault unlock',
        )
      : text("Unlock the system's keychain, then try again.", '请解锁系统钥匙串后重试。'),
  )

export const keyMissing = (protection: Protection, where: string): ProblemError =>
  refused(
    'vault-key-missing',
    protection === 'file'
      ? text(`${where}, which opens your keys, is not there.`, `用于打开密钥的 ${where} 不存在。`)
      : text('The keychain no longer holds the key that opens yours.', '钥匙串中已没有用于打开密钥的条目。'),
    text('Put it back from a backup, or enter the keys of your profiles anew.', '请从备份恢复，或重新输入各配置的密钥。'),
  )

export const tampered = (): ProblemError =>
  refused(
    'vault-tampered',
    text('A sealed key was altered, or belongs to another profile. It is not used.', '密封的密钥被篡改，或属于其他配置，因此不予使用。'),
    text('Enter the key of this profile anew.', '请重新输入此配置的密钥。'),
  )

export const wrongPassphrase = (): ProblemError =>
  refused('wrong-passphrase', text('The passphrase is wrong.', '口令不正确。'), text('Try again.', '请重试。'))

export const passphraseNeeded = (): ProblemError =>
  refused(
    'passphrase-needed',
    text('A passphrase is needed.', '需要口令。'),
    text('Run: switchyard vault protect passphrase', '请运行：switchyard vault protect passphrase'),
  )

export const pinnedElse = (pinned: string, now: Protection): ProblemError =>
  refused(
    'vault-pinned',
    text(
      `SWITCHYARD_VAULT asks for protection by ${pinned}, but the vault is protected by ${now}.`,
      `SWITCHYARD_VAULT 要求使用 ${pinned} 保护，但保险库当前由 ${now} 保护。`,
    ),
    text(
      `Run: switchyard vault protect ${pinned}. Or unset SWITCHYARD_VAULT.`,
      `请运行：switchyard vault protect ${pinned}，或取消 SWITCHYARD_VAULT。`,
    ),
  )

export const badPin = (): ProblemError =>
  refused(
    'bad-setting',
    text('SWITCHYARD_VAULT names no protection.', 'SWITCHYARD_VAULT 的值无效。'),
    text('Set it to keychain, passphrase or file.', '请设为 keychain、passphrase 或 file。'),
  )
