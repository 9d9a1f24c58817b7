import { text } from '../../../../shared/model/text'
import { readProfiles } from '../../profile-store'
import type { Check } from '../check'
import { ok, skip, warn } from '../verdict'

export const vaultOpen: Check = {
  id: 'vault-open',
  group: 'settings',
  title: text('The vault with your keys can be opened', '存放密钥的保险库可以打开'),
  badTitle: text('The vault with your keys is locked', '存放密钥的保险库已锁定'),
  why: text(
    'While it is locked, nothing that needs a key can be looked at: neither the relay nor the key itself.',
    '保险库锁定期间，凡是需要密钥的内容都无法检查：包括中转站和密钥本身。',
  ),
  remedy: text(
    "Unlock it: `switchyard vault unlock`, the button in the window, or the system's keychain. Then diagnose again.",
    '请解锁：运行 `switchyard vault unlock`，点击窗口中的按钮，或解锁系统钥匙串，然后重新诊断。',
  ),
  async run({ host, locked }) {
    if (locked !== undefined)
      return warn({
        cause: text(`${locked.message.en} The checks that need a key were left out.`, `${locked.message.zh}需要密钥的检查项未执行。`),
        cure: locked.hint ?? text('Unlock it, then diagnose again.', '请解锁，然后重新诊断。'),
      })
    return readProfiles(host).profiles.length === 0 ? skip(text('There is no key yet.', '还没有密钥。')) : ok()
  },
}
